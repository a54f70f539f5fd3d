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
        ComparisonTable.Write(screen, comparison.Comparisons, comparison.MeanChange, comparison.DecileChanges, allowedChange: null);
        screen.Line($"  {comparison.Sentence}");
        screen.Hint($"coppice versions {comparison.Model}", $"coppice promote {comparison.Model} {comparison.Second}");
    }
}
