using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>G0: a block with few labels of one kind decides on noise.</summary>
public sealed class EnoughLabelsGate(GateOptions options) : IGate
{
    public string Name => GateNames.EnoughLabels;

    public string Code => "COP-GATE-001";

    public GateVerdict Judge(JudgementFacts facts)
    {
        var scarcest = Scarcest(facts.Kind, facts.Rows, facts.Positives);
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

    /// <summary>Why so many labels could not decide, in words; null where they could.</summary>
    /// <param name="kind">What is predicted.</param>
    /// <param name="rows">Labels there are.</param>
    /// <param name="positives">How many of them are above zero.</param>
    public string? Missing(PredictionKind kind, int rows, int positives) =>
        Scarcest(kind, rows, positives) is var (what, found, needed) && found < needed ? $"{found:N0} of {needed:N0} {what} that a decision needs" : null;

    private (string What, int Found, int Needed) Scarcest(PredictionKind kind, int rows, int positives)
    {
        (string What, int Found, int Needed)[] counts = kind == PredictionKind.Probability
            ?
            [
                ("positive labels", positives, options.MinPositives),
                ("negative labels", rows - positives, options.MinNegatives),
                ("labels", rows, options.MinRows),
            ]
            :
            [
                ("labels", rows, options.MinAmountRows),
                ("labels above zero", positives, options.MinPositiveAmounts),
            ];
        return counts.MinBy(count => count.Needed == 0 ? double.PositiveInfinity : (double)count.Found / count.Needed);
    }

    /// <summary>At the share seen so far; unknown while none has been seen.</summary>
    private static int? RowsNeeded(int rows, int found, int needed) =>
        found == 0 ? null : (int)Math.Min(int.MaxValue, Math.Ceiling((needed - found) * ((double)rows / found)));
}
