using System.Globalization;
using Coppice.Bench.Loop;

namespace Coppice.Bench.Tiers;

/// <summary>Labelled tables with a search for a recipe on the four fifths of each fold: no held-out row is seen by the search that answers it.</summary>
internal static class TuneCases
{
    private const double DefaultMinutes = 2;

    public static IReadOnlyList<HeldOutFifths> All { get; } =
    [
        HeldOutFifths.Shoppers with { Case = "tune.shoppers", Bench = TiersBenchmark.Name, Must = 0.933, Aim = 0.938, TuneMinutes = Minutes },
        HeldOutFifths.Telco with { Case = "tune.telco", Bench = TiersBenchmark.Name, Must = 0.845, Aim = 0.850, TuneMinutes = Minutes },
    ];

    /// <summary>Minutes per fifth; COPPICE_TUNE_MINUTES changes them.</summary>
    private static double Minutes =>
        double.TryParse(Environment.GetEnvironmentVariable("COPPICE_TUNE_MINUTES"), CultureInfo.InvariantCulture, out double minutes) ? minutes : DefaultMinutes;
}
