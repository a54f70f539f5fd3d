using Coppice.Bench.Measurements;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Labels;
using Coppice.Server.Serving;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Bench.Labels;

/// <summary>A hundred outcomes arrive in a shop of 2,000 customers: from recording them to an update that is trained, judged and, where the gates allow, serving.</summary>
internal static class FreshCase
{
    private const int Outcomes = 100;
    private const int Repeats = 7;
    private const int Customers = 2_000;
    private const int HistoryDays = 400;
    private const double Must = 1;
    private const double Aim = 0.3;

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        BenchReport.Tell($"loop.fresh: {Customers:N0} customers, {HistoryDays} days");
        await using var server = await BenchServer.BuildAsync("""
            workspace: fresh
            models:
              purchase:
                label: { event: purchase, within: 30d }
                features: [behaviour]
            training:
              triggers: { every: off }
            schedule: { incremental: off, full: off, compare: off, prune: off, score: off }
            gates: { preset: eager }
            """, cancellationToken);
        var model = server.Get<ModelCatalog>().All[0];
        var random = new SplitMix64(11);
        server.Clock.StopAt(Start.AddDays(HistoryDays));
        server.Database.Write(session => server.Get<EventStore>().Add(session, History(random)));
        var first = await server.Get<RetrainModel>().RunAsync(model, new RetrainOptions(Strategies.Full, TriggerNames.Manual, "bench", null), cancellationToken);
        if (Result(first) is not { Decision: "promoted" })
        {
            report.Add(new SkippedLine(LabelsBenchmark.Name, "loop.fresh", $"the first run was {first.State}: {first.Error ?? first.Result}"));
            return;
        }

        // Each hundred is asked about on a day of its own, so that their windows close a day apart.
        for (int day = 0; day < Repeats; day++)
        {
            server.Clock.StopAt(Start.AddDays(HistoryDays + day));
            var answer = server.Get<AnswerRows>();
            var scored = answer.Score([.. Enumerable.Range(0, Outcomes).Select(i => new PredictionRequest($"c{(day * Outcomes) + i}"))], [server.Get<ScoringVersions>().Champion(model.Name)]);
            server.Database.Write(session => answer.Record(session, scored));
        }

        var seconds = new List<double>();
        bool equal = true;
        string last = "";
        for (int day = 0; day < Repeats; day++)
        {
            server.Clock.StopAt(Start.AddDays(HistoryDays + day + 32.1));
            server.Clock.RunOn();
            long at = Start.AddDays(HistoryDays + day + 1).ToMicroseconds();
            var bought = Enumerable.Range(0, Outcomes).Select(i => new CustomerEvent($"c{(day * Outcomes) + i}", i % 2 == 0 ? "purchase" : "visit", at, at) { Value = 20 }).ToList();

            var cpu = Environment.CpuUsage.TotalTime;
            long began = TimeProvider.System.GetTimestamp();
            server.Database.Write(session => server.Get<EventStore>().Add(session, bought));
            var started = await server.Get<RetrainingLoop>().TurnAsync(cancellationToken);
            var runs = await Task.WhenAll(started.Select(s => s.End));
            seconds.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);

            equal &= runs is [{ State: RunStates.Done, Trigger: TriggerNames.NewLabels or TriggerNames.Performance }];
            last = runs is [var run, ..] ? Describe(run) : "no run";
            BenchReport.Tell($"{seconds[^1]:0.000} s, CPU {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.000} s: {last}");
        }

        long labels = server.Database.Read(session => server.Get<LabelStore>().CountMatured(session, 1));
        BenchReport.Tell($"{labels:N0} labels");
        double median = Medians.Of(seconds);
        report.Add(new BenchLine(LabelsBenchmark.Name, "loop.fresh", "seconds", "s")
        {
            Ours = median,
            Equal = equal,
            Must = Must,
            Aim = Aim,
            Holds = median <= Must,
        });
    }

    private static IEnumerable<CustomerEvent> History(SplitMix64 random)
    {
        for (int customer = 0; customer < Customers; customer++)
        {
            double perDay = 0.02 + (0.2 * random.NextDouble());
            double buys = random.NextDouble();
            for (double day = -Math.Log(1 - random.NextDouble()) / perDay; day < HistoryDays; day -= Math.Log(1 - random.NextDouble()) / perDay)
            {
                long at = Start.AddDays(day).ToMicroseconds();
                yield return new CustomerEvent($"c{customer}", random.NextDouble() < 0.4 * buys ? "purchase" : "visit", at, at) { Value = 5 + (50 * random.NextDouble()) };
            }
        }
    }

    private static RunResult? Result(Run run) => run.Result is null ? null : System.Text.Json.JsonSerializer.Deserialize<RunResult>(run.Result, CoppiceJson.Options);

    private static string Describe(Run run) => Result(run) is { } result
        ? $"{run.Strategy}, {result.TrainingRows:N0} rows, block {result.BlockRows:N0}, {result.Decision}, {string.Join(" ", result.Steps.Select(s => $"{s.Step} {s.Seconds * 1000:0}"))} ms"
        : $"{run.State}: {run.Error}";
}
