using System.Text.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Loop;

/// <summary>A purchase log: three models trained and judged by the product on the rows the peer's script uses, and the time their inputs take.</summary>
internal static class CdnowCases
{
    private const string PeerName = "pandas + xgboost (cdnow_pandas.py)";
    private const int Pairs = 3;

    private const string Definition = """
        workspace: cdnow
        models:
          purchase:
            predicts: probability
            label: { event: purchase, within: 30d }
            lag: 0d
            backfill: { every: month, from: 1997-05-01 }
          churn:
            predicts: probability
            label: { no_event: purchase, within: 90d }
            lag: 0d
            backfill: { every: month, from: 1997-05-01 }
          clv:
            predicts: amount
            label: { sum: purchase.value, within: 90d }
            lag: 0d
            backfill: { every: month, from: 1997-05-01 }
        # The peer learns from every customer.
        gates: { reserve: 0 }
        """;

    private static readonly (string Model, string Metric, double Must)[] Models =
        [("purchase", "auc", 0.833), ("churn", "auc", 0.839), ("clv", "top_decile_share", 0.624)];

    public static async Task RunAsync(BenchReport report, string? noPeer, CancellationToken cancellationToken)
    {
        string log = Surroundings.Data("cdnow/CDNOW_master.txt");
        string script = Surroundings.Peer("cdnow_pandas.py");
        if ((Surroundings.Missing(log, script) ?? noPeer) is { } missing)
        {
            foreach (string name in Models.Select(m => m.Model).Append("features"))
                report.Add(new SkippedLine(LoopBenchmark.Name, $"cdnow.{name}", missing));
            return;
        }

        using var workspace = new BenchWorkspace();
        BenchReport.Tell("cdnow: import, three models");
        var (imported, runs) = await TrainAsync(workspace, log, cancellationToken);
        var inputs = new List<CdnowInputs>();
        var peers = new List<JsonElement>();
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"cdnow: inputs, pair {pair} of {Pairs}");
            inputs.Add(await CdnowInputs.MeasureAsync(workspace.Folder, cancellationToken));
            peers.AddRange(await PeerScript.RunAsync(script, [log], cancellationToken));
        }

        foreach (var (model, metric, must) in Models)
            report.Add(Quality(runs[model], peers[0].GetProperty("models").GetProperty(model), metric, must));
        report.Add(Inputs(imported, CdnowLog.Read(log), inputs, peers));
    }

    private static async Task<(ImportReport Imported, Dictionary<string, RunResponse> Runs)> TrainAsync(BenchWorkspace workspace, string log, CancellationToken cancellationToken)
    {
        workspace.Write("coppice.yaml", Definition);
        var imported = await workspace.AnswersAsync<ImportReport>(cancellationToken, "import", "events", log, "--map", "time=date");
        // Each as of the day on which the last cut-off, 1998-04-01, has matured and is the block that decides.
        var purchase = await workspace.AnswersAsync<RunResponse>(cancellationToken, "retrain", "purchase", "--as-of", "1998-05-01");
        var later = await workspace.AnswersAsync<RunResponse>(cancellationToken, "retrain", "churn", "clv", "--as-of", "1998-06-30");
        return (imported[0], purchase.Concat(later).ToDictionary(r => r.Model));
    }

    private static BenchLine Quality(RunResponse run, JsonElement peer, string metric, double must)
    {
        var result = run.Result ?? throw new InvalidOperationException($"{run.Model}: {run.Error}");
        double ours = result.Metrics[metric]!.Value;
        double theirs = peer.GetProperty(metric).GetDouble();
        double rate = (double)result.BlockPositives / result.BlockRows;
        bool sameTruth = !peer.TryGetProperty("base_rate", out var theirRate) || Math.Abs(rate - theirRate.GetDouble()) < 5.1e-5;
        return new BenchLine(LoopBenchmark.Name, $"cdnow.{run.Model}", metric, "share")
        {
            Ours = ours,
            Peer = theirs,
            PeerName = PeerName,
            Ratio = RatioRange.OfMore([ours], [theirs]),
            Equal = sameTruth && result.TrainingRows == peer.GetProperty("train_rows").GetInt64() && result.BlockRows == peer.GetProperty("test_rows").GetInt64(),
            Must = must,
            Holds = Math.Round(ours, 3) >= must,
        };
    }

    private static BenchLine Inputs(ImportReport imported, CdnowLog log, List<CdnowInputs> ours, List<JsonElement> peers)
    {
        const double Must = 10;
        double[] seconds = [.. ours.Select(o => o.Seconds)];
        double[] theirs = [.. peers.Select(p => p.GetProperty("feature_s").GetDouble())];
        var ratio = RatioRange.OfLess(seconds, theirs)!;
        bool sameRows = imported.Imported == peers[0].GetProperty("orders").GetInt64()
            && ours.All(o => o.Customers == peers[0].GetProperty("customers").GetInt32());
        return new BenchLine(LoopBenchmark.Name, "cdnow.features", "seconds", "s")
        {
            Ours = Medians.Of(seconds),
            Peer = Medians.Of(theirs),
            PeerName = PeerName,
            Ratio = ratio,
            Equal = sameRows && ours.All(o => o.Orders == log.Orders && Math.Abs(o.Dollars - log.Dollars) < 1e-5 * log.Dollars),
            Must = Must,
            Holds = ratio.Median >= Must,
        };
    }
}
