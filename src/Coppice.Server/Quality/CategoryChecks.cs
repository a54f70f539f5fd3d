using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>Whether words come up that no earlier file had, in columns whose words are usually the same.</summary>
internal static class CategoryChecks
{
    /// <summary>Where more than every fourth file brought new words by itself, another one is no news.</summary>
    private const double OpenShare = 0.25;
    private const double CommonShare = 0.01;
    private const int FewestRows = 5;
    private const int MostNamed = 3;

    /// <summary>Adds a finding where a common word is new.</summary>
    /// <param name="column">The column as it was read.</param>
    /// <param name="now">What is kept of it.</param>
    /// <param name="before">The same column of earlier files, newest first.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Look(InferredColumn column, ColumnFigures now, IReadOnlyList<ColumnFigures> before, FindingList findings)
    {
        if (before.Any(earlier => earlier.Values is null) || column.Counts is not { } counts || now.Values is null || IsOpen(before))
            return;
        var known = before.SelectMany(earlier => earlier.Values!).ToHashSet();
        double least = Math.Max(FewestRows, CommonShare * (column.Rows - column.Missing));
        var unseen = counts.Where(value => value.Value >= least && !known.Contains(ColumnFigures.DigestOf(value.Key))).OrderByDescending(value => value.Value).ToList();
        if (unseen.Count == 0)
            return;
        string named = string.Join(", ", unseen.Take(MostNamed).Select(value => $"\"{Shown(value.Key)}\" in {value.Value:N0} rows"));
        string more = unseen.Count > MostNamed ? $" and {unseen.Count - MostNamed} more" : "";
        findings.Add(QualityChecks.NewCategory, $"{column.Name} holds {named}{more}, which none of the {before.Count} files before it had. If they are new names for old things, write the old ones.", column.Name);
    }

    private static bool IsOpen(IReadOnlyList<ColumnFigures> newestFirst)
    {
        var known = new HashSet<long>(newestFirst[^1].Values!);
        int bringing = 0;
        for (int i = newestFirst.Count - 2; i >= 0; i--)
        {
            if (newestFirst[i].Values!.Take(newestFirst[i].Common).Any(value => !known.Contains(value)))
                bringing++;
            known.UnionWith(newestFirst[i].Values!);
        }

        return bringing > OpenShare * (newestFirst.Count - 1);
    }

    private static string Shown(string value) => value.Length <= 40 ? value : value[..37] + "...";
}
