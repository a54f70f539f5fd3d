using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Metric by metric, the one in use against the one on trial.</summary>
internal static class ComparisonTable
{
    public static void Write(
        Screen screen,
        IReadOnlyList<MetricComparison> comparisons,
        double? meanChange,
        long? decileChanges,
        VerdictResponse? drift,
        ShockResponse? shock)
    {
        TextTable table = new TextTable().IndentedBy(4).Left().Left().Left();
        foreach (MetricComparison line in comparisons)
        {
            int digits = MetricNames.Digits(line.Metric);
            table.Row(
                MetricNames.Display(line.Metric),
                $"{Figures.Metric(line.Champion, digits)} → {Figures.Metric(line.Challenger, digits)}",
                Difference(line, digits));
        }

        int names = comparisons.Select(c => MetricNames.Display(c.Metric).Length).Append("moved".Length).Max();
        if (Moved(meanChange, decileChanges, drift) is { } moved)
            table.Wide($"{"moved".PadRight(names)}  {moved}");
        if (shock is not null)
            table.Wide($"{"chosen".PadRight(names)}  {ShockScreen.Crossing(shock)}");
        table.Write(screen);
    }

    private static string Difference(MetricComparison line, int digits)
    {
        if (line.Improvement is not { } improvement)
            return "";
        string size = Figures.Metric(Math.Abs(improvement), digits);
        string interval = line.HalfWidth is { } half ? $" ±{Figures.Metric(half, digits)}" : "";
        string words = improvement > 0 ? "better by " : improvement < 0 ? "worse by " : "same ";
        bool unsure = line.HalfWidth is { } width && Math.Abs(improvement) <= width;
        return words + size + interval + (unsure ? "  not told apart" : "");
    }

    private static string? Moved(double? meanChange, long? decileChanges, VerdictResponse? drift)
    {
        if (meanChange is null && decileChanges is null)
            return null;
        var parts = new List<string>();
        if (meanChange is { } mean)
        {
            // Of amounts the gate judges the change relative to what both predict.
            bool isRelative = drift?.Measured is { } measured && Math.Abs(measured - mean) > 1e-9;
            parts.Add($"mean |Δ{(isRelative ? "| " : "p| ")}{Figures.Metric(mean)}"
                + (isRelative ? $", relative {Figures.Metric(drift!.Measured, 2)}" : "")
                + (drift?.Bound is { } allowed ? $" of {Figures.Metric(allowed, 2)} allowed" : ""));
        }

        if (decileChanges is { } deciles)
            parts.Add($"{Figures.Counted(deciles, "customer")} {(deciles == 1 ? "changes" : "change")} decile");
        return string.Join(" · ", parts);
    }
}
