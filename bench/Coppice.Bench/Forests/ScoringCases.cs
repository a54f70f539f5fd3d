using Coppice.Bench.Measurements;

namespace Coppice.Bench.Forests;

/// <summary>The same trees and rows, scored by XGBoost's own library.</summary>
internal static class ScoringCases
{
    public const string PeerName = "XGBoost 1.7.4 C API on the array itself (Debian's build, which has no AVX), one thread";

    private const int Pairs = 7;
    private const int Singles = 512;

    public static void Run(BenchReport report, BenchForest forest)
    {
        int count = forest.Rows.Length / BenchForest.Features;
        float[] margins = new float[count];
        forest.Scorer.Margins(forest.Rows, margins);
        bool equal = ForestTimes.SameBits(forest.Native.Margins(forest.Rows, BenchForest.Features), margins);
        var batch = ForestTimes.Pairs(Pairs, count, () => forest.Scorer.Margins(forest.Rows, margins), () => forest.Native.Margins(forest.Rows, BenchForest.Features));
        ForestTimes.Add(report, "batch", PeerName, batch, equal, must: 12, aim: 25);

        var one = ForestTimes.Pairs(
            Pairs,
            Singles,
            () =>
            {
                for (int row = 0; row < Singles; row++)
                    margins[row] = forest.Scorer.Margin(Row(forest, row));
            },
            () =>
            {
                for (int row = 0; row < Singles; row++)
                    forest.Native.Margins(Row(forest, row), BenchForest.Features);
            });
        ForestTimes.Add(report, "one", PeerName, one, equal, must: 15, aim: 25);
        AddSparse(report, forest, batch.Peers, one.Peers);
    }

    /// <summary>Rows as the values that are present, against the peer's times on dense ones.</summary>
    private static void AddSparse(BenchReport report, BenchForest forest, List<double> batchPeers, List<double> onePeers)
    {
        List<int> starts = [0], features = [];
        List<float> values = [];
        int count = forest.Rows.Length / BenchForest.Features;
        for (int row = 0; row < count; row++)
        {
            for (int feature = 0; feature < BenchForest.Features; feature++)
            {
                if (float.IsNaN(Row(forest, row)[feature]))
                    continue;
                features.Add(feature);
                values.Add(Row(forest, row)[feature]);
            }

            starts.Add(values.Count);
        }

        (int[] rowStarts, int[] columns, float[] present) = ([.. starts], [.. features], [.. values]);
        float[] dense = new float[count], sparse = new float[count], single = new float[Singles];
        forest.Scorer.Margins(forest.Rows, dense);
        void Batch() => forest.Scorer.Margins(rowStarts, columns, present, sparse);
        void One()
        {
            for (int row = 0; row < Singles; row++)
            {
                (int first, int length) = (rowStarts[row], rowStarts[row + 1] - rowStarts[row]);
                single[row] = forest.Scorer.Margin(columns.AsSpan(first, length), present.AsSpan(first, length));
            }
        }

        Batch();
        One();
        bool equal = ForestTimes.SameBits(dense, sparse) && ForestTimes.SameBits(dense.AsSpan(0, Singles), single);
        var batch = ForestTimes.Pairs(Pairs, count, Batch, () => { });
        ForestTimes.Add(report, "batch.sparse", PeerName + "; its rows are dense", (batch.Ours, batchPeers), equal);
        var one = ForestTimes.Pairs(Pairs, Singles, One, () => { });
        ForestTimes.Add(report, "one.sparse", PeerName + "; its rows are dense", (one.Ours, onePeers), equal);
    }

    private static ReadOnlySpan<float> Row(BenchForest forest, int row) => forest.Rows.AsSpan(row * BenchForest.Features, BenchForest.Features);
}
