using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;

namespace Coppice.Bench.Http;

/// <summary>Answers over HTTP: how fast beside the usual Python server, and how steady while versions are made and changed.</summary>
internal sealed class HttpBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "http";

    private const int Pairs = 7;
    private const int Seconds = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string? noPeer = Wrk.Missing ?? Surroundings.Missing(Surroundings.Peer("serve_fastapi.py")) ?? await PeerScript.MissingAsync("fastapi, uvicorn, uvloop, httptools, xgboost", cancellationToken);
        if (noPeer is not null)
        {
            foreach (string name in (string[])["one.f40.p50", "rps.f40.c16", "rps.f220.c16"])
                report.Add(new SkippedLine(Name, name, noPeer));
        }
        else
        {
            BenchReport.Tell("40 inputs");
            using (var pair = await ModelServerPair.StartAsync(40, noPeer, cancellationToken))
            {
                await LatencyAsync(pair, "one.f40.p50", "async", (4, 5), cancellationToken);
                await LatencyAsync(pair, "one.f40.p50.durable", "commit", null, cancellationToken);
                await ThroughputAsync(pair, "rps.f40.c16", "commit", (6, 8), cancellationToken);
                await ThroughputAsync(pair, "rps.f40.c16.async", "async", null, cancellationToken);
            }

            BenchReport.Tell("220 inputs");
            using (var pair = await ModelServerPair.StartAsync(220, noPeer, cancellationToken))
                await ThroughputAsync(pair, "rps.f220.c16", "commit", (8, 10), cancellationToken);
        }

        await SteadyCases.RunAsync(report, cancellationToken);
    }

    private async Task LatencyAsync(ModelServerPair pair, string name, string durability, (double Must, double Aim)? bounds, CancellationToken cancellationToken)
    {
        var (ours, peers) = await InTurnAsync(pair, durability, 1, load => load.Median, cancellationToken);
        Add(pair, new BenchLine(Name, name, "p50_us", "us") { Ours = Medians.Of(ours), Peer = Medians.Of(peers), Ratio = RatioRange.OfLess(ours, peers), Equal = pair.Equal }, bounds);
    }

    private async Task ThroughputAsync(ModelServerPair pair, string name, string durability, (double Must, double Aim)? bounds, CancellationToken cancellationToken)
    {
        var (ours, peers) = await InTurnAsync(pair, durability, 16, load => load.RequestsPerSecond, cancellationToken);
        Add(pair, new BenchLine(Name, name, "rps", "requests/s") { Ours = Medians.Of(ours), Peer = Medians.Of(peers), Ratio = RatioRange.OfMore(ours, peers), Equal = pair.Equal }, bounds);
    }

    private void Add(ModelServerPair pair, BenchLine line, (double Must, double Aim)? bounds) => report.Add(line with
    {
        PeerName = "serve_fastapi.py",
        Must = bounds?.Must,
        Aim = bounds?.Aim,
        Holds = bounds is { } b ? pair.Equal && line.Ratio!.Median >= b.Must : null,
    });

    private static async Task<(double[] Ours, double[] Peers)> InTurnAsync(
        ModelServerPair pair,
        string durability,
        int connections,
        Func<LoadResult, double> figure,
        CancellationToken cancellationToken)
    {
        double[] ours = new double[Pairs];
        double[] peers = new double[Pairs];
        await pair.OursAsync(durability, connections, Seconds, cancellationToken);
        await pair.PeerAsync(connections, Seconds, cancellationToken);
        for (int i = 0; i < Pairs; i++)
        {
            var mine = await pair.OursAsync(durability, connections, Seconds, cancellationToken);
            var theirs = await pair.PeerAsync(connections, Seconds, cancellationToken);
            if (mine.Failed + theirs.Failed > 0)
                throw new InvalidOperationException($"{mine.Failed} of our answers and {theirs.Failed} of the peer's failed; the figures would mean nothing.");
            (ours[i], peers[i]) = (figure(mine), figure(theirs));
        }

        return (ours, peers);
    }
}
