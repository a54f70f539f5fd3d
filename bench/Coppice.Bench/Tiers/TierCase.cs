using System.Globalization;
using System.Text.Json;
using Coppice.Bench.Loop;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Tiers;

/// <summary>
/// One recipe for three targets: four fifths of 2,000 clients are learnt through the command line from notes and reported outcomes, the
/// rest is answered. The peer gets the concepts ready-made; ours reads the notes.
/// </summary>
internal sealed record TierCase(string Learner, int Pairs, double Must, double Aim, (double Must, double Aim)? Purchased, (double Must, double Aim)? Churned)
{
    private static readonly string Peer = Surroundings.Peer("seed_tiers.py");

    /// <summary>Better than the peer's own.</summary>
    public static TierCase Fast { get; } = new("fast", 3, 8, 20, null, null);

    public static TierCase Elite { get; } = new("elite", 2, 15, 30, (0.74, 0.78), (0.70, 0.73));

    public static string[] Needs => [.. TierWorkspace.Needs, Peer];

    public async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        var seconds = new List<double>();
        var peerSeconds = new List<double>();
        TierAnswers? answers = null;
        JsonElement peer = default;
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"{Learner}: pair {pair} of {Pairs}");
            answers = await LearnAsync(cancellationToken);
            seconds.Add(answers.Seconds);
            peer = (await PeerScript.RunAsync(Peer, [Learner, TierWorkspace.Concepts, TierWorkspace.Labels], cancellationToken))[0];
            peerSeconds.Add(peer.GetProperty("feature_s").GetDouble() + peer.GetProperty("train_s").GetDouble());
        }

        var ratio = RatioRange.OfLess(seconds, peerSeconds);
        report.Add(new BenchLine(TiersBenchmark.Name, $"{Learner}.train", "seconds", "s")
        {
            Ours = Medians.Of(seconds),
            Peer = Medians.Of(peerSeconds),
            PeerName = $"scikit-learn, the recipe {Learner} (seed_tiers.py), features and fits of three targets",
            Ratio = ratio,
            Equal = answers!.Rows == 1_600 && peer.GetProperty("clients").GetInt32() == 2_000,
            Must = Must,
            Aim = Aim,
            Holds = ratio is not null && Math.Round(ratio.Median, 1) >= Must,
        });
        Area(report, "purchased", answers, peer, Purchased);
        Area(report, "churned", answers, peer, Churned);
    }

    private void Area(BenchReport report, string target, TierAnswers answers, JsonElement peer, (double Must, double Aim)? bounds)
    {
        double area = answers.Areas[target];
        double theirs = peer.GetProperty("targets").GetProperty(target).GetProperty("auc").GetDouble();
        double must = bounds?.Must ?? theirs;
        report.Add(new BenchLine(TiersBenchmark.Name, $"{Learner}.{target}", "auc", "share")
        {
            Ours = area,
            Peer = theirs,
            PeerName = $"scikit-learn, the recipe {Learner} (seed_tiers.py)",
            Ratio = RatioRange.OfMore([area], [theirs]),
            Equal = answers.Asked[target] == 400,
            Must = must,
            Aim = bounds?.Aim,
            Holds = Math.Round(area, 3) >= must,
        });
    }

    private async Task<TierAnswers> LearnAsync(CancellationToken cancellationToken)
    {
        using var workspace = new BenchWorkspace();
        await TierWorkspace.FillAsync(workspace, Learner, cancellationToken);
        using var server = await ServerProcess.ServeAsync(workspace, cancellationToken);
        // The first versions leave their fresh blocks unlearnt; once those have decided, the next learn from every row. A server has trained before.
        await workspace.RunAsync(cancellationToken, "retrain");
        await workspace.RunAsync(cancellationToken, "retrain", "--strategy", "full");
        var runs = await workspace.AnswersAsync<RunResponse>(cancellationToken, "retrain", "--strategy", "full");
        var areas = new Dictionary<string, double>();
        var asked = new Dictionary<string, int>();
        foreach (var run in runs)
        {
            await workspace.RunAsync(cancellationToken, "promote", run.Model, run.Result!.Version, "--reason", "it has learnt from every row");
            string[] rows = [.. (await File.ReadAllLinesAsync(workspace.PathOf($"ask_{run.Model}.csv"), cancellationToken)).Skip(1)];
            workspace.Write("ask.csv", "customer\n" + string.Join('\n', rows.Select(r => r.Split(',')[0])) + "\n");
            var predictions = (await workspace.AnswersAsync<PredictFileResponse>(cancellationToken, "predict", run.Model, "ask.csv"))[0].Predictions;
            asked[run.Model] = predictions.Count;
            areas[run.Model] = RankingArea.Of([.. rows.Select(r => double.Parse(r.Split(',')[1], CultureInfo.InvariantCulture) > 0)], [.. predictions.Select(p => p.Score)]);
        }

        // From the first run's start to the last one's end: judging and saving have no counterpart, and are in it.
        double seconds = (runs.Max(r => r.FinishedAt!.Value) - runs.Min(r => r.StartedAt)).TotalSeconds;
        return new TierAnswers(seconds, runs.Min(r => r.Result!.TrainingRows), areas, asked);
    }

    private sealed record TierAnswers(double Seconds, long Rows, IReadOnlyDictionary<string, double> Areas, IReadOnlyDictionary<string, int> Asked);
}
