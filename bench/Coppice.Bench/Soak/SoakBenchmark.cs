using System.Diagnostics;
using System.Globalization;
using System.Text;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Soak;

/// <summary>
/// Ten minutes of a shop's life in a hurry: questions at a fixed pace, outcomes coming in, a retrain or a change of champion every few
/// seconds. At the end no request has failed and the memory is what it was after the first minutes.
/// </summary>
internal sealed class SoakBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "soak";

    private const string Ask = "/v1/models/left/predict";
    private const int PerSecond = 200;

    /// <summary>So many that what is added meanwhile is a small part: a run holds its training rows in memory, and they are not what is measured.</summary>
    private const int HistoryRows = 30_000;

    /// <summary>By then everything has been compiled and every cache is full. A run takes and returns tens of MiB, so the windows are long.</summary>
    private const double SettledShare = 0.2;

    private const double LaterShare = 0.6;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable("COPPICE_SOAK_MINUTES"), CultureInfo.InvariantCulture, out double minutes) ? minutes : 10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var workspace = await UsageWorkspace.MakeAsync(40, cancellationToken, HistoryRows);
        await workspace.Folder.RunAsync(cancellationToken, "retrain", "left", "--strategy", "full");
        using var server = await ServerProcess.ServeAsync(workspace.Folder, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 8 }) { BaseAddress = new Uri(server.Url), Timeout = TimeSpan.FromSeconds(60) };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = new PacedLoad(http, Ask, [.. workspace.Questions.Select(Encoding.UTF8.GetBytes)], PerSecond);
        var memory = new List<(double Minutes, double Mebibytes)>();
        var failures = new List<string>();

        BenchReport.Tell($"{Length.TotalMinutes:0.#} minutes, {PerSecond} questions a second");
        var clock = Stopwatch.StartNew();
        var loading = load.RunAsync(Length, cancellationToken);
        var life = LiveAsync(workspace, new CoppiceClient(http), failures, over.Token);
        while (!loading.IsCompleted)
        {
            await Task.WhenAny(loading, Task.Delay(TimeSpan.FromSeconds(5), cancellationToken));
            memory.Add((clock.Elapsed.TotalMinutes, server.Mebibytes));
        }

        await over.CancelAsync();
        var (runs, swaps) = await life;
        await loading;
        Report(load, memory, failures, runs, swaps);
    }

    private static async Task<(int Runs, int Swaps)> LiveAsync(UsageWorkspace workspace, CoppiceClient client, List<string> failures, CancellationToken over)
    {
        int runs = 0;
        int swaps = 0;
        for (int turn = 0; !over.IsCancellationRequested; turn++)
        {
            string doing = "import";
            try
            {
                await using var rows = new MemoryStream(Encoding.UTF8.GetBytes(workspace.Table(200, 2_100 + turn, DateTimeOffset.UtcNow)));
                await client.ImportAsync("examples", rows, "rows.csv", cancellationToken: CancellationToken.None);
                doing = "start of a run";
                var run = await client.StartRunAsync("left", new RetrainRequest(turn % 4 == 3 ? "full" : "incremental"), CancellationToken.None);
                doing = "following a run";
                await foreach (var step in client.FollowRunAsync(run.Id, CancellationToken.None))
                    _ = step;
                if ((await client.GetRunAsync(run.Id, CancellationToken.None)) is { State: "failed" } failed)
                    failures.Add($"run {run.Id}: {failed.Error}");
                runs++;
                doing = "promotion";
                var versions = await client.GetVersionsAsync("left", cancellationToken: CancellationToken.None);
                await client.PromoteAsync("left", new PromoteRequest(versions.First(v => v.Role != "champion").Version, "soak", "in turn"), CancellationToken.None);
                doing = "rollback";
                await client.RollBackAsync("left", new RollBackRequest(By: "soak"), CancellationToken.None);
                swaps += 2;
                await Task.Delay(TimeSpan.FromSeconds(2), over);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is CoppiceException or HttpRequestException)
            {
                failures.Add($"turn {turn}, {doing}: {e.Message}");
            }
        }

        return (runs, swaps);
    }

    private void Report(PacedLoad load, List<(double Minutes, double Mebibytes)> memory, List<string> failures, int runs, int swaps)
    {
        int failed = load.Failures.Count + failures.Count;
        foreach (string failure in load.Failures.Concat(failures).Distinct().Take(5))
            BenchReport.Tell($"failed: {failure}");
        double settled = Medians.Of(memory.Where(m => m.Minutes >= Length.TotalMinutes * SettledShare && m.Minutes < Length.TotalMinutes * LaterShare).Select(m => m.Mebibytes));
        double end = Medians.Of(memory.Where(m => m.Minutes >= Length.TotalMinutes * LaterShare).Select(m => m.Mebibytes));
        BenchReport.Tell($"{load.Requests:N0} questions, {runs} runs, {swaps} swaps; p50 {load.Quantile(.5):0.00} ms, p99 {load.Quantile(.99):0.00} ms; memory {settled:0} MiB settled, {end:0} MiB at the end, {memory.Max(m => m.Mebibytes):0} MiB at most");
        report.Add(new BenchLine(Name, "soak.failed", "failed_requests", "requests") { Ours = failed, Equal = runs > 0 && swaps > 0, Must = 0, Aim = 0, Holds = failed == 0 && runs > 0 });
        report.Add(new BenchLine(Name, "soak.memory", "end_over_settled", "times") { Ours = end / settled, Equal = true, Must = 1.15, Aim = 1.05, Holds = end / settled <= 1.15 });
    }
}
