using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What two versions look at differently.</summary>
internal static class FeatureMoves
{
    private const int Named = 4;

    /// <summary>Such as <c>added 2 features</c>, <c>dropped email</c>; nothing where there is no change.</summary>
    public static string Change(string verb, IReadOnlyList<string> features) =>
        features.Count == 0 ? ""
        : features.Count <= Named ? $"{verb} {string.Join(", ", features)}"
        : $"{verb} {Figures.Counted(features.Count, "feature")}: {string.Join(", ", features.Take(Named))} …";

    /// <summary>Such as <c>days since last purchase .12 → .34</c>.</summary>
    public static string Of(ImportanceMove move) => $"{move.Words} {Figures.Metric(move.First, 2)} → {Figures.Metric(move.Second, 2)}";
}
