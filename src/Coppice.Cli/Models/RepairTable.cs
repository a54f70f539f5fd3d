using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What a repair tried, a line per rung.</summary>
internal static class RepairTable
{
    public static void Write(Screen screen, IReadOnlyList<RungResult> rungs)
    {
        TextTable table = new TextTable().IndentedBy(2).Left("rung").Left(Metric(rungs)).Left("against the champion").Right("time").Left("verdict");
        foreach (RungResult rung in rungs)
        {
            MetricComparison? comparison = rung.Comparison;
            table.Row(
                rung.Rung,
                comparison is null ? "" : Figures.Metric(comparison.Challenger, MetricNames.Digits(comparison.Metric)),
                comparison is null ? "" : Difference(comparison),
                comparison is null ? "" : Figures.Seconds(rung.Seconds),
                Verdict(rung));
        }

        table.Write(screen);
    }

    private static string Metric(IReadOnlyList<RungResult> rungs) =>
        rungs.Select(rung => rung.Comparison).FirstOrDefault(c => c is not null) is { } first ? MetricNames.Display(first.Metric) : "";

    private static string Difference(MetricComparison comparison)
    {
        int digits = MetricNames.Digits(comparison.Metric);
        string word = comparison.Improvement >= 0 ? "better by" : "worse by";
        return $"{word} {Figures.WithInterval(Math.Abs(comparison.Improvement ?? 0), comparison.HalfWidth, digits)}";
    }

    // Held and rejected rungs have a long sentence of their own; the one that decided is told below.
    private static string Verdict(RungResult rung) => rung.Verdict switch
    {
        "held" or "rejected" => rung.Verdict,
        "left_out" => $"left out: {rung.Sentence}",
        "not_needed" => $"not tried: {rung.Sentence}",
        _ => $"{rung.Verdict}: {rung.Sentence}",
    };
}
