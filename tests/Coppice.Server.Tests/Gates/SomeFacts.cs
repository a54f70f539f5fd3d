using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

/// <summary>Facts of an ordinary block on which a challenger is clearly better.</summary>
internal static class SomeFacts
{
    public static JudgementFacts Better { get; } = new()
    {
        Kind = PredictionKind.Probability,
        Rows = 2000,
        Positives = 300,
        HasChampion = true,
        Accuracy = 0.84,
        AccuracyLowerBound = 0.826,
        Skill = 0.12,
        AgainstChampion = LogLoss(improvement: 0.012, error: 0.004),
        CoGuard = Auc(improvement: 0.006, error: 0.003),
        Drift = PredictionDrift.Of(PredictionKind.Probability, [0.2, 0.4], [0.25, 0.45]),
        DriftSource = DriftSource.Snapshot,
    };

    public static JudgementFacts First { get; } = Better with { HasChampion = false, AgainstChampion = null, CoGuard = null, Drift = null };

    public static PairedComparison LogLoss(double improvement, double error, double champion = 0.4) =>
        PairedComparison.FromError(MetricNames.LogLoss, champion, champion - improvement, improvement, error, 2000);

    public static PairedComparison Auc(double improvement, double error) =>
        PairedComparison.FromError(MetricNames.Auc, 0.8, 0.8 + improvement, improvement, error, 2000);
}
