namespace Coppice.Client;

/// <summary>Another version beside the champion on the same rows.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Comparisons">The champion first, this version second.</param>
/// <param name="Sentence">What they say, for people.</param>
public sealed record RivalResult(string Version, IReadOnlyList<MetricComparison> Comparisons, string Sentence);
