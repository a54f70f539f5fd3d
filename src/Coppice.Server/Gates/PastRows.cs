using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Rows of the past and what both versions say of them.</summary>
public sealed record PastRows(PastLabels Labels, double[] ChampionScores, double[] ChallengerScores)
{
    public IReadOnlyList<EraComparison> Compare(PredictionKind kind, GateOptions options)
    {
        var rows = new LabelledRows([.. Labels.Rows.Select(label => label.Value)], [.. Labels.Rows.Select(label => label.CustomerId)]);
        return EraComparison.Of(Labels.Eras, rows, ChampionScores, ChallengerScores, Metric(kind, rows), options.MaxForgotten);
    }

    private string Metric(PredictionKind kind, LabelledRows rows) =>
        kind == PredictionKind.Probability ? MetricNames.LogLoss
        : PrimaryMetric.DevianceIsDefined(rows, ChampionScores) && PrimaryMetric.DevianceIsDefined(rows, ChallengerScores) ? MetricNames.TweedieDeviance
        : MetricNames.MeanAbsoluteError;
}
