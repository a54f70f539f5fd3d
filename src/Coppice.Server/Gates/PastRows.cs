using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Rows of the past and what both versions say of them.</summary>
public sealed record PastRows(PastLabels Labels, double[] ChampionScores, double[] ChallengerScores)
{
    public IReadOnlyList<EraComparison> Compare(PredictionKind kind, GateOptions options)
    {
        var rows = LabelledRows.Of(Labels.Rows);
        return EraComparison.Of(Labels.Eras, rows, ChampionScores, ChallengerScores, PrimaryMetric.Of(kind, rows, ChampionScores, ChallengerScores), options.MaxForgotten);
    }
}
