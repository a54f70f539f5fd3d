using System.ComponentModel;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;

namespace Coppice.Bench.Forests;

/// <summary>The same trees compiled to machine code.</summary>
internal static class CompiledCases
{
    private const string PeerName = "the same trees as C, gcc -O3 -march=native";
    private const int Pairs = 7;
    private const int Singles = 512;

    public static async Task RunAsync(BenchReport report, BenchForest forest, CancellationToken cancellationToken)
    {
        BenchReport.Tell("compiling the trees with gcc");
        using var folder = new BenchWorkspace();
        string library = folder.PathOf("trees.so");
        folder.Write("trees.c", CompiledTrees.Source(forest.Model, forest.Forest.BaseMargin, BenchForest.Features));
        try
        {
            await ProcessRun.OutputAsync(folder.Folder, "gcc", ["-O3", "-march=native", "-shared", "-fPIC", "-o", library, "trees.c"], cancellationToken);
        }
        catch (Win32Exception)
        {
            report.Add(new SkippedLine(ForestBenchmark.Name, "compiled", "gcc is not here"));
            return;
        }

        var compiled = new CompiledTrees(library);
        int count = forest.Rows.Length / BenchForest.Features;
        float[] margins = new float[count], theirs = new float[count];
        forest.Scorer.Margins(forest.Rows, margins);
        compiled.Margins(forest.Rows, theirs);
        bool equal = ForestTimes.SameBits(margins, theirs);
        ForestTimes.Add(report, "compiled", PeerName, ForestTimes.Pairs(Pairs, count, () => forest.Scorer.Margins(forest.Rows, margins), () => compiled.Margins(forest.Rows, theirs)), equal, must: 5, aim: 10);
        var one = ForestTimes.Pairs(
            Pairs,
            Singles,
            () =>
            {
                for (int row = 0; row < Singles; row++)
                    margins[row] = forest.Scorer.Margin(forest.Rows.AsSpan(row * BenchForest.Features, BenchForest.Features));
            },
            () =>
            {
                for (int row = 0; row < Singles; row++)
                    compiled.Margins(forest.Rows.AsSpan(row * BenchForest.Features, BenchForest.Features), theirs.AsSpan(row, 1));
            });
        ForestTimes.Add(report, "compiled.one", PeerName, one, equal);
    }
}
