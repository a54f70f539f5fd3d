using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>Whether numbers lie where those of earlier files lay, measured by how far those moved from file to file.</summary>
internal static class NumberChecks
{
    private const double StepsAllowed = 3;
    private const double SpansAllowed = 9;

    /// <summary>Adds a finding where half of the numbers, or one of them, lies elsewhere.</summary>
    /// <param name="now">A column of the file.</param>
    /// <param name="before">The same column of earlier files, newest first.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Look(ColumnFigures now, List<ColumnFigures> before, FindingList findings)
    {
        if (now.Spread is not { } spread || !before.TrueForAll(column => column is { Type: ColumnType.Number, Spread: not null }))
            return;
        var earlier = before.ConvertAll(column => column.Spread!);
        double low = earlier.Min(s => s.FivePercent), high = earlier.Max(s => s.NinetyFivePercent);
        // A column that climbs by itself, such as a number of an order, may go on climbing.
        double step = earlier.Zip(earlier.Skip(1), (newer, older) => Math.Abs(newer.Median - older.Median)).Max();
        double beyond = Math.Max(spread.Median - high, low - spread.Median);
        if (beyond > StepsAllowed * step)
        {
            findings.Add(QualityChecks.Range, $"half of {now.Name} lies {(spread.Median > high ? "above" : "below")} {spread.Median:G6}; in the {before.Count} files before it nine in ten lay between {low:G6} and {high:G6}. Is the unit the same?", now.Name);
            return;
        }

        LookAtExtremes(now.Name, spread, earlier, findings);
    }

    private static void LookAtExtremes(string name, NumberSpread now, List<NumberSpread> earlier, FindingList findings)
    {
        double low = earlier.Min(s => s.Low), high = earlier.Max(s => s.High);
        if (low == high)
            return;
        double above = Math.Max(SpansAllowed * (high - low), StepsAllowed * (high - earlier.Min(s => s.High)));
        double below = Math.Max(SpansAllowed * (high - low), StepsAllowed * (earlier.Max(s => s.Low) - low));
        double? odd = now.High > high + above ? now.High : now.Low < low - below ? now.Low : null;
        if (odd is { } value)
            findings.Add(QualityChecks.Range, $"{name} goes as far as {value:G6}; in the {earlier.Count} files before it all values lay between {low:G6} and {high:G6}. Look at that row.", name);
    }
}
