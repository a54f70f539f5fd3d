using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>G0: a block with few labels of one kind decides on noise.</summary>
public sealed class EnoughLabelsGate(GateOptions options) : IGate
{
    public string Name => GateNames.EnoughLabels;

    public string Code => "COP-GATE-001";

    public GateVerdict Judge(JudgementFacts facts)
    {
        (string What, int Found, int Needed)[] counts = facts.Kind == PredictionKind.Probability
            ?
            [
                ("positive labels", facts.Positives, options.MinPositives),
                ("negative labels", facts.Negatives, options.MinNegatives),
                ("labels", facts.Rows, options.MinRows),
            ]
            :
            [
                ("labels", facts.Rows, options.MinAmountRows),
                ("labels above zero", facts.Positives, options.MinPositiveAmounts),
            ];
        (string What, int Found, int Needed) scarcest = counts.MinBy(count => count.Needed == 0 ? double.PositiveInfinity : (double)count.Found / count.Needed);
        if (scarcest.Found >= scarcest.Needed)
        {
            return GateVerdict.Of(
                this, GateOutcome.Passed, scarcest.Found, scarcest.Needed, $"{scarcest.Found:N0} {scarcest.What}; {scarcest.Needed:N0} are enough.");
        }

        int? needed = RowsNeeded(facts.Rows, scarcest.Found, scarcest.Needed);
        string wait = needed is { } more ? $" About {more:N0} more labels will do." : "";
        return GateVerdict.Of(
            this,
            GateOutcome.NotEnoughData,
            scarcest.Found,
            scarcest.Needed,
            $"{scarcest.Found:N0} {scarcest.What}; a decision needs {scarcest.Needed:N0}.{wait}") with
        {
            Reason = DecisionReasons.InsufficientLabels,
            RowsNeeded = needed,
        };
    }

    /// <summary>At the share seen so far; unknown while none has been seen.</summary>
    private static int? RowsNeeded(int rows, int found, int needed) =>
        found == 0 ? null : (int)Math.Min(int.MaxValue, Math.Ceiling((needed - found) * ((double)rows / found)));
}
