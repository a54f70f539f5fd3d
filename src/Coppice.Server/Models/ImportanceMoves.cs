using Coppice.Client;

namespace Coppice.Server.Models;

/// <summary>Which features matter more or less in one version than in another.</summary>
public static class ImportanceMoves
{
    private const int Most = 5;

    /// <summary>The largest differences first; a feature that a version does not use has no importance there.</summary>
    public static IReadOnlyList<ImportanceMove> Between(IReadOnlyList<FeatureImportance> first, IReadOnlyList<FeatureImportance> second)
    {
        var before = first.ToDictionary(f => f.Feature, f => f.MeanAbsoluteContribution);
        var after = second.ToDictionary(f => f.Feature, f => f.MeanAbsoluteContribution);
        return [.. first.Concat(second)
            .DistinctBy(f => f.Feature)
            .Select(f => new ImportanceMove(f.Feature, f.Words, before.GetValueOrDefault(f.Feature), after.GetValueOrDefault(f.Feature)))
            .Where(m => m.First != m.Second)
            .OrderByDescending(m => Math.Abs(m.Second - m.First)).ThenBy(m => m.Feature, StringComparer.Ordinal)
            .Take(Most)];
    }
}
