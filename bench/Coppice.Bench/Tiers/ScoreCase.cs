using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;
using Coppice.Server;
using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Serving;
using Coppice.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Bench.Tiers;

/// <summary>
/// All 2,000 clients scored for three targets by the code that answers files and batches, inside one process that has answered before: customers are
/// looked up, the texts of their notes read from the database and searched by the lexicon, inputs computed, encoded and scored. Nothing is
/// remembered of the notes from one time to the next. The peer is given the concepts; it makes its features of them and scores.
/// </summary>
internal static class ScoreCase
{
    public const string Name = "fast.score";

    private const string Learner = "fast";
    private const int Clients = 2_000;
    private const int Pairs = 5;
    private const int Repeats = 15;
    private const int WarmUp = 60;
    private const double Must = 20;
    private const double Aim = 100;

    private static readonly string Peer = Surroundings.Peer("seed_tiers.py");

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        BenchReport.Tell($"{Name}: learning");
        using var workspace = new BenchWorkspace();
        await TierWorkspace.FillAsync(workspace, Learner, cancellationToken);
        // A first version that passes its gates is live already.
        foreach (var run in (await workspace.AnswersAsync<RunResponse>(cancellationToken, "retrain", "--strategy", "full")).Where(run => run.Result!.Decision != "promoted"))
            await workspace.RunAsync(cancellationToken, "promote", run.Model, run.Result!.Version, "--reason", "it is to be timed");

        var options = new CoppiceServerOptions { WorkspaceFolder = workspace.Folder, Address = $"unix:{workspace.PathOf("s")}", Activity = "bench" };
        await using var server = await CoppiceServer.BuildAsync(options, cancellationToken);
        var database = server.Services.GetRequiredService<Database>();
        var versions = server.Services.GetRequiredService<ScoringVersions>().Champions(null);
        var answer = server.Services.GetRequiredService<AnswerRows>();
        var readings = server.Services.GetRequiredService<NoteReadings>();
        List<PredictionRequest> requests = [.. database.Read(session => new CustomerStore().Keys(session)).Values.Order(StringComparer.Ordinal).Select(key => new PredictionRequest(key))];

        ScoredRows Score()
        {
            readings.Clear();
            return answer.Score(requests, versions);
        }

        for (int i = 0; i < WarmUp; i++)
            Score();
        bool equal = requests.Count == Clients && versions.Count == TierWorkspace.Targets.Length && IsSame(Score(), answer.Score(requests, versions));
        var seconds = new List<double>();
        var peerSeconds = new List<double>();
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"{Name}: pair {pair} of {Pairs}");
            seconds.Add(Median(() => Score()));
            var peer = (await PeerScript.RunAsync(Peer, [Learner, TierWorkspace.Concepts, TierWorkspace.Labels], cancellationToken))[0];
            peerSeconds.Add(peer.GetProperty("feature_s").GetDouble() + peer.GetProperty("predict_s").GetDouble());
            equal &= peer.GetProperty("clients").GetInt32() == Clients;
        }

        var ratio = RatioRange.OfLess(seconds, peerSeconds);
        report.Add(new BenchLine(TiersBenchmark.Name, Name, "seconds", "s")
        {
            Ours = Medians.Of(seconds),
            Peer = Medians.Of(peerSeconds),
            PeerName = $"scikit-learn, the recipe {Learner} (seed_tiers.py), features and scores of three targets",
            Ratio = ratio,
            Equal = equal,
            Must = Must,
            Aim = Aim,
            Holds = ratio is not null && Math.Round(ratio.Median, 1) >= Must,
        });
    }

    /// <summary>What was read of the notes anew and what was remembered give the same scores.</summary>
    private static bool IsSame(ScoredRows anew, ScoredRows remembered) =>
        anew.Versions.Zip(remembered.Versions).All(pair => pair.First.Scores.Length == Clients && pair.First.Scores.SequenceEqual(pair.Second.Scores));

    private static double Median(Action work)
    {
        var seconds = new List<double>();
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            long began = TimeProvider.System.GetTimestamp();
            work();
            seconds.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }

        return Medians.Of(seconds);
    }
}
