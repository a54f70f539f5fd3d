using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What one version that predicts amounts achieved by itself, in words.</summary>
internal static class AmountLines
{
    /// <summary>The share of truths a range is to hold.</summary>
    private const double Promise = 0.9;

    /// <summary>Above this share of the squared error a handful of rows, not the version, decides RMSE and R².</summary>
    private const double HeavyShare = 0.5;

    public static IEnumerable<string> Of(IReadOnlyDictionary<string, double?> metrics, IReadOnlyDictionary<string, MetricBand> bands)
    {
        if (Percent(metrics, bands, "rhythm_skill") is { } beyond)
            yield return $"removes {beyond} of the error of buying rhythm alone{(metrics.GetValueOrDefault("skill") is { } skill ? $", {skill * 100:0.0} % of that of a constant" : "")}";
        if (Percent(metrics, bands, "interval_coverage") is { } inside)
            yield return $"range (90 %): {inside} of the amounts lay inside{Judged(bands, "interval_coverage")}";
        if (Percent(metrics, bands, "top_decile_coverage") is { } ofTop)
            yield return $"  of the top 10 %: {ofTop}{Judged(bands, "top_decile_coverage")}";
        if (metrics.GetValueOrDefault("total_ratio") is { } total)
            yield return $"total: predicted {Figures.Metric(total, 2)} of what came true{Band(bands.GetValueOrDefault("total_ratio"), end => Figures.Metric(end, 2))}";
        if (metrics.GetValueOrDefault("above_cap_share") is > 0 and { } above)
            yield return $"{above * 100:0.0} % of the total lies above the largest amount it learnt from";
        if (metrics.GetValueOrDefault("top5_share") is > HeavyShare and { } heavy)
            yield return $"five rows hold {heavy * 100:0} % of the squared error: RMSE and R² say little here";
    }

    /// <summary>Tenths of the rows, highest predictions first, predicted beside actual for each version.</summary>
    public static void WriteDeciles(Screen screen, IReadOnlyList<MeasuredVersion> versions)
    {
        if (versions.Count == 0 || versions.Any(v => v.Deciles is null or []))
            return;
        TextTable table = new TextTable().IndentedBy(4).Left("tenth");
        foreach (MeasuredVersion version in versions)
            table.Right($"{version.Version} predicted").Right("actual");
        int tenths = versions.Min(v => v.Deciles!.Count);
        for (int i = tenths - 1; i >= 0; i--)
        {
            string name = i == tenths - 1 ? "highest" : i == 0 ? "lowest" : (tenths - i).ToString();
            table.Row([name, .. versions.SelectMany(v => new[] { v.Deciles![i].Predicted, v.Deciles[i].Actual }).Select(Figures.Amount)]);
        }

        table.Write(screen);
    }

    private static string? Percent(IReadOnlyDictionary<string, double?> metrics, IReadOnlyDictionary<string, MetricBand> bands, string metric) =>
        metrics.GetValueOrDefault(metric) is { } share ? $"{share * 100:0.0} %{Band(bands.GetValueOrDefault(metric), end => (end * 100).ToString("0.0"))}" : null;

    private static string Band(MetricBand? band, Func<double, string> end) => band is null ? "" : $" ({end(band.Lower)} to {end(band.Upper)})";

    // More than meant is no fault: where nine in ten spend nothing, no range holds fewer.
    private static string Judged(IReadOnlyDictionary<string, MetricBand> bands, string metric) =>
        bands.GetValueOrDefault(metric) is { Upper: < Promise } ? ", fewer than meant" : "";
}
