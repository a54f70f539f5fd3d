using System.Text.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Tiers;

/// <summary>
/// Outcomes of conversations by date, across a change of the world: a model that is updated as they arrive beside one that is not. How bad a
/// model is counts from what hindsight reaches on the same clients.
/// </summary>
internal static class RecoveryCase
{
    private const string Definition = """
        workspace: dates
        time_zone: UTC
        models:
          purchased:
            predicts: probability
            label: { column: purchased, positive: "1" }
            features: [notes]
            columns: { customer: client_id, time: date }
            learner: LEARNER
        gates: { min_accuracy: 0.5 }
        """;

    public const string Name = "date";

    /// <summary>The date of the first conversations in the changed world.</summary>
    private const string Change = "2026-09-01";

    private const int Batch = 25;
    private const double Must = 300;
    private const double Aim = 150;

    private static readonly string Script = Path.Combine(Surroundings.Root, "bench", "peers", "notes_by_date.py");

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        foreach (string learner in (string[])["fast", "elite"])
        {
            BenchReport.Tell($"by date: {learner}");
            await RunAsync(report, learner, cancellationToken);
        }
    }

    private static async Task RunAsync(BenchReport report, string learner, CancellationToken cancellationToken)
    {
        using var workspace = new BenchWorkspace();
        workspace.Write("coppice.yaml", Definition.Replace("LEARNER", learner, StringComparison.Ordinal));
        File.Copy(TierWorkspace.Lexicon, workspace.PathOf("lexicon.csv"));
        string told = await ProcessRun.OutputAsync(
            workspace.Folder,
            PeerScript.Python,
            [Script, TierWorkspace.Concepts, TierWorkspace.Labels, TierWorkspace.Notes, workspace.Folder, Change, $"{Batch}"],
            cancellationToken);
        var hindsight = JsonDocument.Parse(told).RootElement;
        int before = hindsight.GetProperty("before").GetInt32();
        double[] best = Numbers(hindsight, "losses");
        await workspace.RunAsync(cancellationToken, "import", "notes", "notes.csv");
        await workspace.RunAsync(cancellationToken, "import", "outcomes", "outcomes.csv");
        await workspace.RunAsync(cancellationToken, "retrain");
        var lines = await workspace.AnswersAsync<ReplayLine>(cancellationToken, "replay", "purchased", "--arms", "static,refresh,full", "--first", $"{before}", "--batch", $"{Batch}");
        var arms = lines.Where(l => l.Arm is not null).ToDictionary(l => l.Arm!.Arm, l => l.Arm!);
        bool equal = arms.Values.All(a => a.Batches.Select(b => Math.Round(b.Label, 6)).SequenceEqual(Numbers(hindsight, "labels").Select(l => Math.Round(l, 6))));
        string prefix = learner == "fast" ? Name : $"{Name}.{learner}";
        foreach (string arm in (string[])["refresh", "full"])
        {
            double? labels = LabelsToRecover(arms["static"].Batches, arms[arm].Batches, best);
            report.Add(new BenchLine(TiersBenchmark.Name, arm == "refresh" ? $"{prefix}.recovery" : $"{prefix}.recovery.{arm}", "labels", "labels")
            {
                Ours = labels ?? arms[arm].Rows,
                Equal = equal,
                Must = Must,
                Aim = Aim,
                Holds = labels <= Must,
            });
            report.Add(new BenchLine(TiersBenchmark.Name, $"{prefix}.{arm}", "logloss", "nats")
            {
                Ours = arms[arm].LogLoss,
                Peer = arms["static"].LogLoss,
                PeerName = "the same model, never updated",
                Ratio = RatioRange.OfLess([arms[arm].LogLoss], [arms["static"].LogLoss]),
                Equal = equal,
            });
        }
    }

    /// <summary>
    /// Labels after the change from which on the updated model loses, over all that follow, at most half of what the static one loses beyond
    /// hindsight; null where it never does.
    /// </summary>
    private static double? LabelsToRecover(IReadOnlyList<BatchResult> fixedOnce, IReadOnlyList<BatchResult> updated, double[] best)
    {
        double lost = 0;
        double lostWhenFixed = 0;
        double? labels = null;
        int rows = fixedOnce.Sum(b => b.Rows);
        for (int i = best.Length - 1; i >= 0; i--)
        {
            lost += updated[i].Rows * (updated[i].LogLoss - best[i]);
            lostWhenFixed += fixedOnce[i].Rows * (fixedOnce[i].LogLoss - best[i]);
            rows -= updated[i].Rows;
            // The last few batches alone say nothing.
            bool enough = best.Length - i >= 10;
            if (lost <= lostWhenFixed / 2)
                labels = enough ? rows : labels;
            else if (enough)
                break;
        }

        return labels;
    }

    private static double[] Numbers(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(n => n.GetDouble())];
}
