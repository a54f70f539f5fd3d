using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Models;

/// <summary>What a version remembers of how it was made.</summary>
public sealed record VersionRecord(
    IReadOnlyDictionary<string, string> Parameters,
    string Library,
    int Seed,
    IReadOnlyList<string> AddedFeatures,
    IReadOnlyList<string> RemovedFeatures,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<FeatureImportance> Importance)
{
    /// <summary>The recipe it was fitted with; null in a version older than recipes.</summary>
    public Recipe? Recipe { get; init; }

    /// <summary>Of amounts: the largest it learnt from, what lies above counted no more; null where nothing was capped.</summary>
    public double? AmountCap { get; init; }

    /// <summary>What was noticed about the rows it learnt from.</summary>
    public IReadOnlyList<QualityFinding> DataFindings { get; init; } = [];

    /// <summary>The run whose search made the recipe; null where the definition file did.</summary>
    public long? Tuning { get; init; }
}
