using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>The screen of <c>coppice compare</c>.</summary>
internal static class CompareScreen
{
    public static void Write(Screen screen, CompareResponse comparison)
    {
        string rows = $"{Figures.Counted(comparison.Rows, "row")} ({Figures.Count(comparison.Positives)} positive)";
        string days = $"{Times.Day(comparison.From)} to {Times.Day(comparison.Until)}";
        screen.Line($"[bold]{comparison.Model}[/]  {comparison.First} → {comparison.Second} on {rows}, {days}");
        ComparisonTable.Write(screen, comparison.Comparisons, comparison.MeanChange, comparison.DecileChanges, drift: null, comparison.Shock);
        foreach (MeasuredVersion version in comparison.Measured)
        {
            foreach (string line in AmountLines.Of(version.Metrics, version.Bands))
                screen.Line($"    {version.Version}  {line}");
        }

        AmountLines.WriteDeciles(screen, comparison.Measured);
        screen.Line($"  {comparison.Sentence}");
        if (comparison.Shock is { } shock)
            ShockScreen.WriteMovers(screen, shock);
        foreach (MeasuredVersion version in comparison.Measured.Where(v => v.Override is not null))
            screen.Line($"  {version.Version}  {ProposalLines.Of(version.Override!)}");
        WriteFeatureChanges(screen, comparison);
        screen.Hint($"coppice versions {comparison.Model}", $"coppice promote {comparison.Model} {comparison.Second}");
    }

    private static void WriteFeatureChanges(Screen screen, CompareResponse comparison)
    {
        foreach (string change in new[] { FeatureMoves.Change("added", comparison.AddedFeatures), FeatureMoves.Change("dropped", comparison.RemovedFeatures) })
        {
            if (change.Length > 0)
                screen.Line($"  {change}");
        }

        if (comparison.Moved.Count == 0)
            return;
        screen.Blank();
        screen.Line($"  what matters more or less, by mean contribution");
        foreach (ImportanceMove move in comparison.Moved)
            screen.Line($"    {FeatureMoves.Of(move)}");
    }
}
