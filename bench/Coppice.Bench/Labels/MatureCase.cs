using Coppice.Bench.Measurements;
using Coppice.Server.Customers;
using Coppice.Server.Labels;
using Coppice.Server.Predictions;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Bench.Labels;

/// <summary>A sweep that closes the windows of 2,000 predictions beside many that were closed before.</summary>
internal static class MatureCase
{
    private const int Matured = 2_000;
    private const int WarmUp = 20;
    private const int Repeats = 7;
    private const int Customers = 20_000;
    private const int EventsPerCustomer = 12;
    private const int Batch = 50_000;
    private const double Must = 0.010;
    private const double Aim = 0.005;

    /// <summary>How much longer the same sweep may take beside ten times the history.</summary>
    private const double MostGrowth = 1.5;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Inputs = "{" + string.Join(",", Enumerable.Range(0, 12).Select(i => $"\"events.visit.count_{i}d\":{i * 3}")) + "}";

    /// <summary>Median seconds of a sweep; <paramref name="smaller"/> are those beside less history.</summary>
    public static async Task<double> RunAsync(BenchReport report, string name, int history, double? smaller, CancellationToken cancellationToken)
    {
        BenchReport.Tell($"{name}: {history:N0} predictions in history");
        await using var server = await BenchServer.BuildAsync("""
            workspace: labels
            models:
              purchase:
                label: { event: purchase, within: 30d }
                features: [behaviour]
                backfill: { from: 2030-01-01 }
            """, cancellationToken);
        var model = server.Get<ModelCatalog>().All[0];
        long step = 60 * UtcMicroseconds.PerDay / history;
        Fill(server, model, history + (Matured * (WarmUp + Repeats)), step);
        var window = TimeSpan.FromTicks(LabelSweep.WindowAndLag(model) * TimeSpan.TicksPerMicrosecond);
        var sweep = server.Get<MatureLabels>();
        server.Clock.StopAt(Start.AddMicroseconds(step * (history - 1)) + window);
        bool equal = (await sweep.RunAsync(model, cancellationToken)).Matured == history;

        var seconds = new List<double>();
        for (int repeat = 1; repeat <= WarmUp + Repeats; repeat++)
        {
            server.Clock.StopAt(Start.AddMicroseconds(step * (history - 1 + (repeat * Matured))) + window);
            var cpu = Environment.CpuUsage.TotalTime;
            long began = TimeProvider.System.GetTimestamp();
            var swept = await sweep.RunAsync(model, cancellationToken);
            double took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            equal &= swept.Matured == Matured;
            // A server that has swept for a day has compiled what a sweep runs.
            if (repeat <= WarmUp)
                continue;
            seconds.Add(took);
            BenchReport.Tell($"{took * 1000:0.0} ms, CPU {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0.0} ms");
        }

        equal &= server.Database.Read(session => server.Get<LabelStore>().CountMatured(session, 1)) == history + (Matured * (WarmUp + Repeats));
        double median = Medians.Of(seconds);
        report.Add(new BenchLine(LabelsBenchmark.Name, name, "seconds", "s")
        {
            Ours = median,
            Peer = smaller,
            PeerName = smaller is null ? null : "the same beside a tenth of the history",
            Ratio = smaller is { } s ? new RatioRange(s / median, s / seconds.Max(), s / seconds.Min()) : null,
            Equal = equal,
            Must = Must,
            Aim = Aim,
            Holds = median <= Must && (smaller is null || median <= smaller * MostGrowth),
        });
        return median;
    }

    private static void Fill(BenchServer server, ModelDefinition model, int predictions, long step)
    {
        var random = new SplitMix64(7);
        long start = Start.ToMicroseconds();
        server.Clock.StopAt(Start);
        server.Database.Write(session => server.Get<EventStore>().Add(session, Enumerable.Range(0, Customers * EventsPerCustomer).Select(i =>
        {
            long at = start + (long)(random.NextDouble() * 90 * UtcMicroseconds.PerDay);
            return new CustomerEvent($"c{i % Customers}", i % 4 == 0 ? "purchase" : "visit", at, at) { Value = i % 50 };
        })));
        long modelId = server.Get<ModelCatalog>().Number(model.Name);
        var store = server.Get<PredictionStore>();
        long[] customers = [.. server.Database.Read(session => server.Get<CustomerStore>().Keys(session)).Keys];
        for (int from = 0; from < predictions; from += Batch)
        {
            var batch = Enumerable.Range(from, Math.Min(Batch, predictions - from)).Select(i =>
                new Prediction($"p{i}", modelId, 1, customers[random.NextBelow(customers.Length)], start + (step * i), Arms.Champion, 0.5, Inputs)).ToList();
            server.Database.Write(session => store.Add(session, batch));
        }
    }
}
