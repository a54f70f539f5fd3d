using System.Globalization;
using System.Runtime.InteropServices;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Forests;

namespace Coppice.Bench.Forests;

/// <summary>scikit-learn's random forest of 200 trees, depth 15, as the recipe <c>fast</c> of others serves it: beside our boosted trees, and beside the same forest in our hands.</summary>
internal static class RandomForestCases
{
    private const int Rows = 2_000;
    private const int Pairs = 3;
    private const double Tolerance = 1e-5;
    private const string PeerName = "scikit-learn RandomForestClassifier 200 x depth 15, predict_proba of 2,000 rows, n_jobs=1";

    private static readonly string Peer = Path.Combine(Surroundings.Root, "bench", "peers", "forest_sklearn.py");

    public static async Task RunAsync(BenchReport report, BenchForest forest, CancellationToken cancellationToken)
    {
        if (await PeerScript.MissingAsync("numpy, sklearn", cancellationToken) is { } missing)
        {
            report.Add(new SkippedLine(ForestBenchmark.Name, "rf200", missing));
            return;
        }

        BenchReport.Tell("scikit-learn learns and scores its forest");
        using var folder = new BenchWorkspace();
        // scikit-learn's forests have no place for missing: zero stands for it, on both sides.
        float[] rows = Array.ConvertAll(forest.Rows[..(Rows * BenchForest.Features)], value => float.IsNaN(value) ? 0 : value);
        float[] margins = new float[Rows];
        forest.Scorer.Margins(rows, margins);
        await File.WriteAllBytesAsync(folder.PathOf("rows.f32"), MemoryMarshal.AsBytes<float>(rows).ToArray(), cancellationToken);
        await File.WriteAllBytesAsync(folder.PathOf("labels.f32"), MemoryMarshal.AsBytes<float>(Array.ConvertAll(margins, margin => margin > 0 ? 1f : 0f)).ToArray(), cancellationToken);
        var peer = (await PeerScript.RunAsync(Peer, [folder.Folder, BenchForest.Features.ToString(CultureInfo.InvariantCulture), Pairs.ToString(CultureInfo.InvariantCulture)], cancellationToken))[0];
        List<double> peers = [.. peer.GetProperty("seconds").EnumerateArray().Select(s => s.GetDouble() * 1e6 / Rows)];

        List<double> boosted = [.. Enumerable.Range(0, Pairs).Select(_ => ForestTimes.Median(() => forest.Scorer.Margins(rows, margins)) / Rows)];
        ForestTimes.Add(report, "rf200", PeerName + "; ours is the boosted model", (boosted, peers), peers.Count == Pairs, must: 40, aim: 80);

        var same = ForestScorer.Compile(Forest.Read(await File.ReadAllBytesAsync(folder.PathOf("forest.txt"), cancellationToken)));
        float[] expected = MemoryMarshal.Cast<byte, float>(await File.ReadAllBytesAsync(folder.PathOf("scores.f32"), cancellationToken)).ToArray();
        same.Margins(rows, margins);
        bool equal = margins.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance);
        List<double> ours = [.. Enumerable.Range(0, Pairs).Select(_ => ForestTimes.Median(() => same.Margins(rows, margins)) / Rows)];
        ForestTimes.Add(report, "rf200.same", PeerName + "; ours is the same forest", (ours, peers), equal);
    }
}
