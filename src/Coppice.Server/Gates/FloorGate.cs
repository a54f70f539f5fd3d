using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>G1, first half: the accuracy that was promised; of amounts, more than customers' buying rhythm says by itself.</summary>
public sealed class FloorGate(GateOptions options) : IGate
{
    private static readonly double OneSided = Distributions.NormalQuantile(0.95);

    public string Name => GateNames.Floor;

    public string Code => "COP-GATE-002";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (facts.Kind == PredictionKind.Amount)
            return JudgeAmounts(facts.RhythmSkill);
        bool lowerBound = options.FloorMode == FloorMode.LowerBound;
        double? measured = lowerBound ? facts.AccuracyLowerBound : facts.Accuracy;
        if (measured is not { } accuracy)
        {
            return GateVerdict.Of(this, GateOutcome.NotEnoughData, null, options.MinAccuracy, "No labels, so no accuracy.") with
            {
                Reason = DecisionReasons.InsufficientLabels,
            };
        }
        string from = options.Threshold == GateOptions.Strict.Threshold ? "" : $" acting from {options.Threshold:0.###} on";
        string share = lowerBound
            ? $"Right in {facts.Accuracy:P1} of {facts.Rows:N0} rows{from}, surely in {accuracy:P1}"
            : $"Right in {accuracy:P1} of {facts.Rows:N0} rows{from}";
        return accuracy >= options.MinAccuracy
            ? GateVerdict.Of(this, GateOutcome.Passed, accuracy, options.MinAccuracy, $"{share}; the floor is {options.MinAccuracy:P1}.")
            : GateVerdict.Of(this, GateOutcome.Failed, accuracy, options.MinAccuracy, $"{share}, below the floor of {options.MinAccuracy:P1}.") with
            {
                Reason = DecisionReasons.Floor,
            };
    }

    private GateVerdict JudgeAmounts(MetricEstimate? skill)
    {
        if (skill is null)
        {
            return GateVerdict.Of(
                this, GateOutcome.NotApplicable, null, null, "Accuracy does not apply to amounts, and buying rhythm says nothing about these; skill and the gates below judge them.");
        }

        double measured = options.FloorMode == FloorMode.LowerBound ? skill.Value - (OneSided * skill.StandardError) : skill.Value;
        string share = $"{skill.Value:P1} ±{(skill.Upper - skill.Lower) / 2:P1}";
        return measured > 0
            ? GateVerdict.Of(this, GateOutcome.Passed, measured, 0, $"Removes {share} of the error of buying rhythm alone.")
            : GateVerdict.Of(this, GateOutcome.Failed, measured, 0, $"No better than buying rhythm alone, of whose error it removes {share}.") with
            {
                Reason = DecisionReasons.Floor,
            };
    }
}
