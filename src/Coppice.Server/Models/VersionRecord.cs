using Coppice.Client;

namespace Coppice.Server.Models;

/// <summary>What a version remembers of how it was made.</summary>
public sealed record VersionRecord(
    IReadOnlyDictionary<string, string> Parameters,
    string Library,
    int Seed,
    IReadOnlyList<string> AddedFeatures,
    IReadOnlyList<string> RemovedFeatures,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<FeatureImportance> Importance);
