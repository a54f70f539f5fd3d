using System.Diagnostics;
using Coppice.Forests.Scoring;

namespace Coppice.Forests.Blocks;

/// <summary>
/// From how many rows on a forest is scored in blocks: both ways are timed when it is compiled. A measurement that a busy machine has
/// disturbed costs speed and nothing else, because both give the same bits.
/// </summary>
internal static class KernelChoice
{
    private const int Attempts = 3;
    private const int WalkedRows = 8;
    private const int FewRows = 16;

    /// <summary>Where timing would cost more memory than a model: rows of so many values are not made for it.</summary>
    private const int WidestTimed = 1 << 15;

    /// <summary>What blocks took to pay on ordinary forests, where nothing is timed.</summary>
    private const int UsualLeast = 8;

    /// <summary>Comparisons that are asked of every row cost more than the few that it meets on its way, where trees have thousands of nodes.</summary>
    private const double MostNodesPerStep = 200;

    /// <summary>Whether a forest is worth laying out in blocks. Measured: a node costs a block about 1/64 of what a step costs a walk.</summary>
    public static bool MayPay(Forest forest)
    {
        long nodes = forest.Trees.Sum(tree => (long)tree.Nodes.Length), steps = forest.Trees.Sum(tree => (long)tree.Depth + 1);
        return nodes <= MostNodesPerStep * steps;
    }

    /// <summary>The least number of rows, or <see cref="int.MaxValue"/> for none.</summary>
    public static int LeastRows(Forest forest, RowScorer walk, BlockScorer blocks)
    {
        if (forest.FeatureCount > WidestTimed)
            return UsualLeast;

        float[] rows = new float[Block.Rows * forest.FeatureCount];
        float[] margins = new float[Block.Rows];
        double perRow = Time(() => walk.Margins(rows.AsSpan(0, WalkedRows * forest.FeatureCount), margins.AsSpan(0, WalkedRows))) / WalkedRows;
        double few = Time(() => blocks.Margins(rows.AsSpan(0, FewRows * forest.FeatureCount), margins.AsSpan(0, FewRows)));
        double full = Time(() => blocks.Margins(rows, margins));
        for (int count = 2; count <= Block.Rows; count++)
        {
            double block = few + ((full - few) * Math.Max(0, count - FewRows) / (Block.Rows - FewRows));
            if (block < count * perRow)
                return count;
        }

        return int.MaxValue;
    }

    private static double Time(Action score)
    {
        long best = long.MaxValue;
        // The first time pays for compilation.
        for (int attempt = 0; attempt <= Attempts; attempt++)
        {
            long began = Stopwatch.GetTimestamp();
            score();
            best = Math.Min(best, Stopwatch.GetTimestamp() - began);
        }

        return best;
    }
}
