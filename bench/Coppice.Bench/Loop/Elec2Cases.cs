using System.Text.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Loop;

/// <summary>A stream with strong drift: every batch is answered, then learnt, by each way of updating (methods 3.6).</summary>
internal static class Elec2Cases
{
    private const string Definition = """
        workspace: elec2
        models:
          price:
            predicts: probability
            label: { column: class, positive: "UP" }
            features: [columns]
            exclude: [date, day]
        """;

    /// <summary>Arms that are quick on both sides are played this often, the others once.</summary>
    private const int Pairs = 3;

    private static readonly (string Arm, string Policy)[] Arms =
        [("static", "static"), ("grow", "warm_start"), ("refresh", "warm_start"), ("full", "full"), ("window", "window")];

    private static readonly string[] Batches = ["--first", "5000", "--batch", "2000", "--window", "10000"];

    public static async Task RunAsync(BenchReport report, string? noPeer, CancellationToken cancellationToken)
    {
        string stream = Surroundings.Data("elec2/elec2_full.csv");
        string script = Surroundings.Peer("seed_stream.py");
        if ((Surroundings.Missing(stream, script) ?? noPeer) is { } missing)
        {
            foreach (string name in Arms.SelectMany(a => a.Arm == "static" ? [a.Arm] : new[] { a.Arm, a.Arm + ".update" }))
                report.Add(new SkippedLine(LoopBenchmark.Name, $"elec2.{name}", missing));
            return;
        }

        using var workspace = new BenchWorkspace();
        workspace.Write("coppice.yaml", Definition);
        await workspace.RunAsync(cancellationToken, "import", "labels", stream);
        await workspace.RunAsync(cancellationToken, "retrain", "price");
        var ours = new List<ArmResult>();
        var peers = new List<JsonElement>();
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"elec2: pair {pair} of {Pairs}");
            var lines = await workspace.AnswersAsync<ReplayLine>(cancellationToken, ["replay", "price", "--arms", pair == 1 ? "static,grow,refresh,full,window" : "grow,refresh", .. Batches]);
            ours.AddRange(lines.Where(l => l.Arm is not null).Select(l => l.Arm!));
            string policies = pair == 1 ? "static,warm_start,full,window" : "warm_start";
            peers.AddRange(await PeerScript.RunAsync(script, [stream, "class", .. Batches, "--policies", policies, "--drop", "date,day"], cancellationToken));
        }

        Report(report, ours, peers);
    }

    private static void Report(BenchReport report, List<ArmResult> ours, List<JsonElement> peers)
    {
        double full = ours.First(a => a.Arm == "full").LogLoss;
        double grow = ours.First(a => a.Arm == "grow").LogLoss;
        foreach (var (arm, policy) in Arms)
        {
            ArmResult[] played = [.. ours.Where(a => a.Arm == arm)];
            JsonElement[] against = [.. peers.Where(p => p.GetProperty("policy").GetString() == policy)];
            double loss = played[0].LogLoss;
            double theirs = against[0].GetProperty("logloss").GetDouble();
            bool equal = played.All(a => a.Rows == against[0].GetProperty("rows").GetInt64() && a.LogLoss == loss);
            // A refresh may be at most 0.5 % worse than learning everything anew, and must beat growing.
            double? must = arm == "refresh" ? Math.Min(1.005 * full, grow) : null;
            report.Add(new BenchLine(LoopBenchmark.Name, $"elec2.{arm}", "logloss", "nats")
            {
                Ours = loss,
                Peer = theirs,
                PeerName = PeerName(policy),
                Ratio = RatioRange.OfLess([loss], [theirs]),
                Equal = equal,
                Must = must,
                Holds = must is null ? null : loss <= 1.005 * full && loss < grow,
            });
            if (arm != "static")
                report.Add(Update(arm, policy, equal, played, against));
        }
    }

    private static BenchLine Update(string arm, string policy, bool equal, ArmResult[] played, JsonElement[] against)
    {
        double[] seconds = [.. played.Select(a => a.UpdateSecondsMedian)];
        double[] theirs = [.. against.Select(p => p.GetProperty("update_s_median").GetDouble())];
        return new BenchLine(LoopBenchmark.Name, $"elec2.{arm}.update", "seconds_per_update", "s")
        {
            Ours = Medians.Of(seconds),
            Peer = Medians.Of(theirs),
            PeerName = PeerName(policy),
            Ratio = RatioRange.OfLess(seconds, theirs),
            Equal = equal,
        };
    }

    private static string PeerName(string policy) => $"scikit-learn random forest, {policy} (seed_stream.py)";
}
