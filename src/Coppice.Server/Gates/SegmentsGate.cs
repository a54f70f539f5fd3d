using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>A version that is better for most can be much worse for some, and the mean does not say so.</summary>
public sealed class SegmentsGate(GateOptions options) : IGate
{
    public string Name => GateNames.Segments;

    public string Code => "COP-GATE-007";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, options.MaxSegmentDrop, "There is no champion to fall behind.");
        if (facts.Segments.Count == 0)
        {
            return GateVerdict.Of(
                this, GateOutcome.NotApplicable, null, options.MaxSegmentDrop, $"No segment has {SegmentComparison.FewestRows} of the rows and enough labels of either kind.");
        }

        var worst = facts.Segments.MinBy(s => (s.Harm, s.Compared.Improvement / Math.Abs(s.Compared.Champion)))!;
        double drop = worst.Compared.RelativeDrop;
        string found = $"{worst.Name}, {worst.Compared.Rows:N0} rows, {(drop > 0 ? $"worse by {drop:P1}" : $"better by {-drop:P1}")}";
        return worst.Harm > options.SignificanceLevel
            ? GateVerdict.Of(
                this, GateOutcome.Passed, drop, options.MaxSegmentDrop, $"None of {facts.Segments.Count:N0} segments surely falls by more than {options.MaxSegmentDrop:P1}. Weakest: {found}.")
            : GateVerdict.Of(this, GateOutcome.Failed, drop, options.MaxSegmentDrop, $"Surely more than {options.MaxSegmentDrop:P1} worse for some: {found}.") with
            {
                Reason = DecisionReasons.Segment,
            };
    }
}
