using System.Text;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;
using Coppice.Server;
using Coppice.Server.Features;
using Coppice.Server.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Bench.Tiers;

/// <summary>
/// A table of 2,000 clients sent to three models over HTTP, scored from the texts of their notes and recorded: how long until
/// companions (<c>fast</c>) have answered, until the versions have replaced every score and the result is fetched, and how long the versions take alone.
/// </summary>
internal sealed record HybridCase(string Learner)
{
    public const string Name = "hybrid";

    private const string Quick = "fast";
    private const int WarmUp = 5;
    private const int Repeats = 9;

    /// <summary>The built-in recipe, and one whose 300 deep trees take their time.</summary>
    public static IReadOnlyList<HybridCase> All { get; } = [new(Recipe.Elite.Name), new(TierWorkspace.Slow)];

    public async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        BenchReport.Tell($"{Name}.{Learner}: learning");
        using var workspace = new BenchWorkspace();
        await TierWorkspace.FillAsync(workspace, Learner, cancellationToken, Quick);
        foreach (var run in (await workspace.AnswersAsync<RunResponse>(cancellationToken, "retrain", "--strategy", "full")).Where(run => run.Result!.Decision != "promoted"))
            await workspace.RunAsync(cancellationToken, "promote", run.Model, run.Result!.Version, "--reason", "it is to be timed");
        string[] clients = [.. (await File.ReadAllLinesAsync(TierWorkspace.Labels, cancellationToken)).Skip(1).Select(line => line.Split(',')[0]).Distinct()];
        byte[] table = Encoding.UTF8.GetBytes("customer\n" + string.Join('\n', clients) + "\n");

        BenchReport.Tell($"{Name}.{Learner}: companions first");
        var both = await MeasureAsync(workspace, table, cancellationToken);
        TierWorkspace.Define(workspace, Learner);
        BenchReport.Tell($"{Name}.{Learner}: versions alone");
        var alone = await MeasureAsync(workspace, table, cancellationToken);

        bool equal = both.Scores.Length == clients.Length * TierWorkspace.Targets.Length && both.Scores.SequenceEqual(alone.Scores);
        Add(report, "first", both.Answered, alone.Answered, equal);
        Add(report, "refined", both.Refined, alone.Answered, equal);
    }

    private void Add(BenchReport report, string what, List<double> seconds, List<double> alone, bool equal) => report.Add(new BenchLine(TiersBenchmark.Name, $"{Name}.{Learner}.{what}", "seconds", "s")
    {
        Ours = Medians.Of(seconds),
        Peer = Medians.Of(alone),
        PeerName = $"the same versions ({Learner}) without companions ({Quick})",
        Ratio = RatioRange.OfLess(seconds, alone),
        Equal = equal,
    });

    /// <summary>Seconds until every row was answered and until every answer was final, and what was said in the end.</summary>
    private static async Task<(List<double> Answered, List<double> Refined, double[] Scores)> MeasureAsync(BenchWorkspace workspace, byte[] table, CancellationToken cancellationToken)
    {
        var options = new CoppiceServerOptions { WorkspaceFolder = workspace.Folder, Address = "http://127.0.0.1:0", Activity = "bench" };
        await using var server = await CoppiceServer.BuildAsync(options, cancellationToken);
        await server.StartAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        var client = new CoppiceClient(http);
        var readings = server.Services.GetRequiredService<NoteReadings>();
        var answered = new List<double>();
        var refined = new List<double>();
        PredictFileResponse? said = null;
        for (int i = 0; i < WarmUp + Repeats; i++)
        {
            readings.Clear();
            long began = TimeProvider.System.GetTimestamp();
            said = (await client.PredictFileAsync(null, new MemoryStream(table), "clients.csv", reasons: 0, cancellationToken: cancellationToken)).Answers!;
            double first = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            double last = first;
            if (said.Batch is { } batch)
            {
                await foreach (var _ in client.FollowBatchAsync(batch, cancellationToken))
                    continue;
                said = await client.GetBatchResultAsync(batch, cancellationToken);
                last = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            }

            if (i < WarmUp)
                continue;
            answered.Add(first);
            refined.Add(last);
        }

        await server.StopAsync(cancellationToken);
        return (answered, refined, [.. said!.Predictions.Select(p => p.Score)]);
    }
}
