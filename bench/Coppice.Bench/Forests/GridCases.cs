using Coppice.Bench.Measurements;

namespace Coppice.Bench.Forests;

/// <summary>Numbers of trees, depths, densities and rows, beside XGBoost.</summary>
internal static class GridCases
{
    private const int Pairs = 3;
    private const int Many = 100_000;

    private static readonly int[] Depths = [3, 6, 10];
    private static readonly int[] Trees = [50, 150, 500];
    private static readonly int[] Rows = [1, 16, 256, 2_048];

    public static void Run(BenchReport report, BenchForest forest, CancellationToken cancellationToken)
    {
        AddMany(report, forest);
        foreach (int depth in Depths)
        {
            BenchReport.Tell($"learning {Trees[^1]} trees of depth {depth}");
            using var all = BenchForest.Learn(Trees[^1], depth, bins: 32, density: 0.25, cancellationToken);
            foreach (int trees in Trees)
            {
                using var first = all.First(trees);
                foreach (int rows in Rows)
                    Add(report, $"t{trees}.d{depth}.n{rows}", first, first.Rows.AsSpan(0, rows * BenchForest.Features).ToArray());
            }
        }

        using var full = BenchForest.Learn(150, 6, bins: 32, density: 1, cancellationToken);
        foreach (int rows in Rows)
            Add(report, $"t150.d6.full.n{rows}", full, full.Rows.AsSpan(0, rows * BenchForest.Features).ToArray());
    }

    /// <summary>More rows than any cache holds.</summary>
    private static void AddMany(BenchReport report, BenchForest forest)
    {
        float[] rows = new float[Many * BenchForest.Features];
        for (int first = 0; first < rows.Length; first += forest.Rows.Length)
            forest.Rows.AsSpan(0, Math.Min(forest.Rows.Length, rows.Length - first)).CopyTo(rows.AsSpan(first));
        Add(report, "t150.d6.n100000", forest, rows);
    }

    private static void Add(BenchReport report, string name, BenchForest forest, float[] rows)
    {
        int count = rows.Length / BenchForest.Features;
        float[] margins = new float[count];
        forest.Scorer.Margins(rows, margins);
        bool equal = ForestTimes.SameBits(forest.Native.Margins(rows, BenchForest.Features), margins);
        var times = ForestTimes.Pairs(Pairs, count, () => forest.Scorer.Margins(rows, margins), () => forest.Native.Margins(rows, BenchForest.Features));
        ForestTimes.Add(report, name, ScoringCases.PeerName, times, equal);
    }
}
