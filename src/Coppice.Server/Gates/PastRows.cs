using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Rows of the past and what both versions say of them.</summary>
public sealed record PastRows(PastLabels Labels, double[] ChampionScores, double[] ChallengerScores)
{
    /// <summary>What rows have in common, whatever their era; empty where nothing tells them apart.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    public IReadOnlyList<EraComparison> Compare(PredictionKind kind, GateOptions options)
    {
        var rows = LabelledRows.Of(Labels.Rows);
        string metric = PrimaryMetric.Of(kind, rows, ChampionScores, ChallengerScores);
        return EraComparison.Of(Labels.Eras, Segments, rows, ChampionScores, ChallengerScores, metric, (options.MaxForgotten, options.MaxForgottenOfSegment));
    }
}
