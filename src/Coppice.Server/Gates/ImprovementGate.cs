using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>
/// G4 (methods 1.5): superior; or not inferior to champion and anchor, with a reason to be fresh; or inferior; or not to be told yet.
/// The anchor stops a long line of versions from each being a little worse than the one before.
/// </summary>
public sealed class ImprovementGate(GateOptions options) : IGate
{
    public string Name => GateNames.Improvement;

    public string Code => "COP-GATE-006";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, null, "There is no champion yet to be better than.");
        if (facts.AgainstChampion is not { } primary || Low(primary) is not { } low || High(primary) is not { } high)
            return Undecided(null, null, "The versions cannot be told apart on these labels.", DecisionReasons.InsufficientLabels, null);

        double margin = options.NonInferiorityMargin * Math.Abs(primary.Champion);
        double least = options.MinImprovement * Math.Abs(primary.Champion);
        bool guarded = IsNonInferior(facts.CoGuard, CoGuardMargin(facts.Kind));
        string difference = Difference(facts.Kind, primary);
        if (low > 0 && primary.Improvement >= least && guarded)
            return Passed(primary, least, DecisionReasons.Superior, $"{difference}: superior.");
        if (facts.FreshnessReason is { } reason && low > -margin && IsNonInferiorToAnchor(facts, margin) && guarded)
            return Passed(primary, -margin, DecisionReasons.NonInferiorFresh, $"{difference}: no worse, and welcome because {reason}.");
        if (high < 0)
        {
            return GateVerdict.Of(this, GateOutcome.Failed, primary.Improvement, 0, $"{difference}: inferior.") with
            {
                Reason = DecisionReasons.Inferior,
            };
        }
        (string why, int? more) = WhyHeld(facts, primary, margin, least, guarded);
        return Undecided(primary.Improvement, least, $"{difference}: {why}", DecisionReasons.Inconclusive, more);
    }

    private (string Why, int? More) WhyHeld(JudgementFacts facts, PairedComparison primary, double margin, double least, bool guarded)
    {
        if (Low(primary) > 0 && !guarded)
        {
            string metric = MetricDefinition.Find(facts.Kind, PrimaryMetric.CoGuardOf(facts.Kind))!.DisplayName;
            int? settles = facts.CoGuard is { } coGuard ? RowsToResolve.More(coGuard, CoGuardMargin(facts.Kind) + coGuard.Improvement) : null;
            return ($"better, but {metric} may have fallen by more than {CoGuardMargin(facts.Kind):G2}.{Wait(settles)}", settles);
        }
        if (Low(primary) > 0)
            return ($"surely better, yet by less than the {least:G2} that is worth a change.", null);
        if (facts.FreshnessReason is not null && Low(primary) > -margin && guarded && facts.AgainstAnchor is { } anchor)
        {
            int? settles = RowsToResolve.More(anchor, margin + anchor.Improvement);
            return ($"no worse than the champion, but it may be worse than the anchor, the last version promoted on merit.{Wait(settles)}", settles);
        }
        int? more = RowsToResolve.More(primary, Math.Max(Math.Abs(primary.Improvement), margin));
        return more > 0
            ? ($"not enough to tell.{Wait(more)}", more)
            : ("no difference worth a change.", null);
    }

    private static string Wait(int? more) => more > 0 ? $" About {more:N0} more labels would settle it." : "";

    private bool IsNonInferior(PairedComparison? comparison, double margin) => comparison is not null && Low(comparison) > -margin;

    private bool IsNonInferiorToAnchor(JudgementFacts facts, double margin) =>
        !facts.HasAnchor || IsNonInferior(facts.AgainstAnchor, margin);

    private double CoGuardMargin(PredictionKind kind) => kind == PredictionKind.Probability ? options.AucMargin : options.GiniMargin;

    private double? Low(PairedComparison comparison) =>
        options.Evidence == Evidence.PointEstimate ? comparison.Improvement : comparison.LowerBound;

    private double? High(PairedComparison comparison) =>
        options.Evidence == Evidence.PointEstimate ? comparison.Improvement : comparison.UpperBound;

    private static string Difference(PredictionKind kind, PairedComparison primary)
    {
        string metric = MetricDefinition.Find(kind, primary.Metric)!.DisplayName;
        string error = primary is { LowerBound: { } low } ? $" ±{primary.Improvement - low:G2}" : "";
        string change = primary.Improvement switch
        {
            > 0 => $"better by {primary.Improvement:G2}",
            < 0 => $"worse by {-primary.Improvement:G2}",
            _ => "no difference",
        };
        return $"{metric} {primary.Champion:G4} → {primary.Challenger:G4}, {change}{error} on {primary.Rows:N0} labels";
    }

    private GateVerdict Passed(PairedComparison primary, double bound, string reason, string sentence) =>
        GateVerdict.Of(this, GateOutcome.Passed, primary.Improvement, bound, sentence) with { Reason = reason };

    private GateVerdict Undecided(double? measured, double? bound, string sentence, string reason, int? more) =>
        GateVerdict.Of(this, GateOutcome.NotEnoughData, measured, bound, sentence) with { Reason = reason, RowsNeeded = more };
}
