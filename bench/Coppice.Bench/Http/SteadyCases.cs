using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Http;

/// <summary>The same answers at the same pace while a version is made, and while champions change.</summary>
internal static class SteadyCases
{
    private const string Ask = "/v1/models/left/predict";
    private const int PerSecond = 400;
    private const int Swaps = 100;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        BenchReport.Tell("steadiness, 40 inputs");
        using var workspace = await UsageWorkspace.MakeAsync(40, cancellationToken);
        await workspace.Folder.RunAsync(cancellationToken, "retrain", "left", "--strategy", "full");
        using var server = await ServerProcess.ServeAsync(workspace.Folder, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }) { BaseAddress = new Uri(server.Url) };
        byte[][] bodies = [.. workspace.Questions.Select(Encoding.UTF8.GetBytes)];
        await new PacedLoad(http, Ask, bodies, PerSecond).RunAsync(TimeSpan.FromSeconds(5), cancellationToken);

        var idle = new PacedLoad(http, Ask, bodies, PerSecond);
        await idle.RunAsync(Idle, cancellationToken);
        await RetrainAsync(report, http, bodies, idle, cancellationToken);
        await SwapAsync(report, http, bodies, idle, cancellationToken);
    }

    private static async Task RetrainAsync(BenchReport report, HttpClient http, byte[][] bodies, PacedLoad idle, CancellationToken cancellationToken)
    {
        var client = new CoppiceClient(http);
        using var trained = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = new PacedLoad(http, Ask, bodies, PerSecond);
        var loading = load.RunAsync(TimeSpan.FromMinutes(2), trained.Token);
        var clock = Stopwatch.StartNew();
        int runs = 0;
        for (; clock.Elapsed < Idle; runs++)
        {
            var run = await client.StartRunAsync("left", new RetrainRequest { Strategy = "full" }, cancellationToken);
            await foreach (var step in client.FollowRunAsync(run.Id, cancellationToken))
                _ = step;
        }

        await trained.CancelAsync();
        await loading;
        double ratio = load.Quantile(0.99) / idle.Quantile(0.99);
        bool whole = load.Failures.Count + idle.Failures.Count == 0;
        BenchReport.Tell($"{runs} full retrains; p50 {load.Quantile(.5):0.00} against {idle.Quantile(.5):0.00} ms idle, p99.9 {load.Quantile(.999):0.00} against {idle.Quantile(.999):0.00}");
        report.Add(new BenchLine(HttpBenchmark.Name, "p99.retrain", "p99_ms", "ms")
        {
            Ours = load.Quantile(0.99),
            Peer = idle.Quantile(0.99),
            PeerName = "the same server, idle",
            Ratio = new RatioRange(1 / ratio, 1 / ratio, 1 / ratio),
            Equal = whole,
            Must = 3,
            Aim = 1.5,
            Holds = whole && ratio <= 3,
        });
    }

    private static async Task SwapAsync(BenchReport report, HttpClient http, byte[][] bodies, PacedLoad idle, CancellationToken cancellationToken)
    {
        var client = new CoppiceClient(http);
        var versions = (await client.GetVersionsAsync("left", cancellationToken: cancellationToken)).Select(v => v.Version).Take(2).ToArray();
        var expected = new ConcurrentDictionary<(string Version, int Place), double>();
        foreach (string version in versions)
        {
            await MakeLiveAsync(client, version, cancellationToken);
            for (int i = 0; i < bodies.Length; i++)
                expected[(version, i)] = (await AskAsync(http, bodies[i], cancellationToken)).GetProperty("score").GetDouble();
        }

        int mixed = 0;
        var seen = new ConcurrentDictionary<string, int>();
        using var swapped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = new PacedLoad(http, Ask, bodies, PerSecond)
        {
            Answered = (place, text) =>
            {
                using var answer = JsonDocument.Parse(text);
                string version = answer.RootElement.GetProperty("version").GetString()!;
                seen.AddOrUpdate(version, 1, (_, n) => n + 1);
                if (!expected.TryGetValue((version, place), out double score) || score != answer.RootElement.GetProperty("score").GetDouble())
                    Interlocked.Increment(ref mixed);
            },
        };
        var loading = load.RunAsync(TimeSpan.FromMinutes(2), swapped.Token);
        for (int i = 0; i < Swaps; i++)
        {
            await MakeLiveAsync(client, versions[i % 2], cancellationToken);
            await Task.Delay(100, cancellationToken);
        }

        await swapped.CancelAsync();
        await loading;
        int failed = load.Failures.Count + mixed;
        BenchReport.Tell($"{Swaps} swaps under {load.Requests:N0} requests ({string.Join(", ", seen.Select(s => $"{s.Value:N0} by {s.Key}"))}); p99.9 {load.Quantile(.999):0.00} against {idle.Quantile(.999):0.00} ms idle");
        report.Add(new BenchLine(HttpBenchmark.Name, "swap.failed", "failed_or_mixed", "answers")
        {
            Ours = failed,
            Equal = seen.Count == 2,
            Must = 0,
            Aim = 0,
            Holds = failed == 0 && seen.Count == 2,
        });
    }

    private static async Task MakeLiveAsync(CoppiceClient client, string version, CancellationToken cancellationToken)
    {
        if ((await client.GetDeploymentsAsync("left", cancellationToken: cancellationToken))[0].To != version)
            await client.PromoteAsync("left", new PromoteRequest(version, "in turn", "bench"), cancellationToken);
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(Ask, content, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
