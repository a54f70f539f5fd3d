using Coppice.Client;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>A challenger, whom it is held against, and the rows that decide.</summary>
public sealed record JudgementRequest(
    ModelDefinition Model,
    LoadedVersion Challenger,
    LoadedVersion? Champion,
    LoadedVersion? Anchor,
    IReadOnlyList<Label> Block,
    PastLabels Past,
    long Bytes,
    double TrainingMean,
    RhythmBaseline? Baseline,
    string? FreshnessReason,
    int LineageOverlap,
    int EarlierDecisions,
    GateOptions Options,
    long Now)
{
    /// <summary>What was noticed about the rows the challenger learnt from; null where nobody looked.</summary>
    public IReadOnlyList<QualityFinding>? DataFindings { get; init; }
}
