using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>G3: a new version that moves everyone's prediction surprises the people who act on them, even when it is right.</summary>
public sealed class PredictionDriftGate(GateOptions options) : IGate
{
    private const double WarnNormalised = 0.5;

    private const double WarnOverlap = 0.6;

    public string Name => GateNames.PredictionDrift;

    public string Code => "COP-GATE-005";

    public GateVerdict Judge(JudgementFacts facts)
    {
        double bound = facts.Kind == PredictionKind.Probability ? options.MaxPredictionDrift : options.MaxAmountDrift;
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There is no champion to move away from.");
        if (facts.Drift is not { } drift)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There are no rows to compare predictions on.");
        double moved = facts.Kind == PredictionKind.Probability ? drift.MeanAbsolute : drift.Normalised;
        string where = facts.DriftSource == DriftSource.Snapshot
            ? $"the latest {drift.Rows:N0} rows without labels"
            : $"the {drift.Rows:N0} rows of the block, because fewer than {JudgementFacts.SnapshotMinimum:N0} rows without labels were at hand";
        string caution = drift.Normalised > WarnNormalised || drift.TopOverlap < WarnOverlap
            ? $" Look twice: only {drift.TopOverlap:P0} of the top tenth stay in it."
            : "";
        return moved <= bound
            ? GateVerdict.Of(this, GateOutcome.Passed, moved, bound, $"Predictions moved by {moved:F3} of {bound:F3} allowed, on {where}.{caution}")
            : GateVerdict.Of(this, GateOutcome.Failed, moved, bound, $"Predictions moved by {moved:F3} with {bound:F3} allowed, on {where}.{caution}") with
            {
                Reason = DecisionReasons.PredictionDrift,
            };
    }
}
