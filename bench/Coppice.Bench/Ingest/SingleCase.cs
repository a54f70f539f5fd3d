using System.Text.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;

namespace Coppice.Bench.Ingest;

/// <summary>One event per request over 16 connections, each acknowledged once it is on disk. Nothing is pinned.</summary>
internal static class SingleCase
{
    private const string Case = "single.c16";
    private const string PeerDatabase = "peer.db";
    private const int Connections = 16;
    private const int Pairs = 5;
    private const double Must = 8;
    private const double Aim = 15;

    private static readonly string Peers = Path.Combine(Surroundings.Root, "bench", "peers");

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        if (await MissingAsync(cancellationToken) is { } missing)
        {
            report.Add(new SkippedLine(IngestBenchmark.Name, Case, missing));
            return;
        }

        var ours = new List<double>();
        var peers = new List<double>();
        bool equal = true;
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"{Case}: pair {pair} of {Pairs}");
            ours.Add(await MeasureAsync(ServerProcess.ServeAsync, "coppice.db", ok => equal &= ok, cancellationToken));
            peers.Add(await MeasureAsync(PeerAsync, PeerDatabase, ok => equal &= ok, cancellationToken));
        }

        var ratio = RatioRange.OfMore(ours, peers);
        report.Add(new BenchLine(IngestBenchmark.Name, Case, "acknowledged_per_second", "1/s")
        {
            Ours = Medians.Of(ours),
            Peer = Medians.Of(peers),
            PeerName = "FastAPI + sqlite3, a commit per request (bench/peers/ingest_fastapi.py)",
            Ratio = ratio,
            Equal = equal,
            Must = Must,
            Aim = Aim,
            Holds = ratio is not null && Math.Round(ratio.Median, 2) >= Must,
        });
    }

    private static Task<ServerProcess> PeerAsync(BenchWorkspace workspace, CancellationToken cancellationToken) =>
        ServerProcess.FastApiAsync(workspace, Path.Combine(Peers, "ingest_fastapi.py"), PeerDatabase, cancellationToken);

    /// <summary>Acknowledged events per second. What was acknowledged must be on disk; at the end a request per connection may be there unacknowledged.</summary>
    private static async Task<double> MeasureAsync(
        Func<BenchWorkspace, CancellationToken, Task<ServerProcess>> start,
        string database,
        Action<bool> check,
        CancellationToken cancellationToken)
    {
        using var workspace = new BenchWorkspace();
        workspace.Write("coppice.yaml", IngestBenchmark.Definition);
        JsonElement warm, measured;
        using (var server = await start(workspace, cancellationToken))
        {
            // A server runs for weeks; within these seconds its code has been compiled for good and its customers are known.
            warm = await LoadAsync(server, "w", seconds: 8, cancellationToken);
            measured = await LoadAsync(server, "m", seconds: 6, cancellationToken);
        }

        long acknowledged = warm.GetProperty("requests").GetInt64() + measured.GetProperty("requests").GetInt64();
        string rows = await ProcessRun.OutputAsync(workspace.Folder, PeerScript.Python, ["-c", $"import sqlite3; print(sqlite3.connect('{database}').execute('SELECT COUNT(*) FROM events').fetchone()[0])"], cancellationToken);
        check(long.Parse(rows) - acknowledged is >= 0 and <= 2 * Connections && warm.GetProperty("errors").GetInt64() + measured.GetProperty("errors").GetInt64() == 0);
        return measured.GetProperty("requests").GetInt64() / measured.GetProperty("seconds").GetDouble();
    }

    private static async Task<JsonElement> LoadAsync(ServerProcess server, string run, int seconds, CancellationToken cancellationToken)
    {
        string[] line = ["-t1", $"-c{Connections}", $"-d{seconds}s", "-s", Path.Combine(Peers, "events.lua"), server.Url + "/", "--", run];
        string output = await ProcessRun.OutputAsync(Surroundings.Root, "wrk", line, cancellationToken);
        return JsonDocument.Parse(output.Split('\n').Last(l => l.StartsWith('{'))).RootElement;
    }

    private static async Task<string?> MissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ProcessRun.OutputAsync(Surroundings.Root, PeerScript.Python, ["-c", "import fastapi, uvicorn, uvloop, httptools"], cancellationToken);
            await ProcessRun.OutputAsync(Surroundings.Root, "/bin/sh", ["-c", "command -v wrk"], cancellationToken);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "wrk or Python's fastapi, uvicorn, uvloop, httptools are not here (wrk python3-fastapi python3-uvicorn python3-uvloop python3-httptools)";
        }
    }
}
