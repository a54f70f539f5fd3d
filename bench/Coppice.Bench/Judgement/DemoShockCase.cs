using Coppice.Bench.Labels;
using Coppice.Bench.Measurements;
using Coppice.Client;
using Coppice.Server.Simulation;

namespace Coppice.Bench.Judgement;

/// <summary>The demo's shop when its prices rise: how soon the purchase model is found to be wrong once labels show it, and whether that is answered with nobody at the keyboard.</summary>
internal static class DemoShockCase
{
    private const int Seeds = 3;
    private const double Must = 2;

    /// <summary>A purchase within 30 days is known two days later.</summary>
    private const int LabelDays = 32;

    /// <summary>Past the shock, so that what it teaches can go live.</summary>
    private const int DaysAfter = 45;

    private const string Definition = """
        workspace: demo-shop
        models:
          purchase: { label: { event: purchase, within: 30d } }

        """;

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        var options = new ShopOptions();
        var weeks = new List<double>();
        int answered = 0;
        int played = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            BenchReport.Tell($"demo.shock: seed {seed} of {Seeds}");
            await using var server = await BenchServer.BuildAsync(Definition, cancellationToken);
            var request = new DemoRequest(Days: options.ShockStart + options.ShockDays + DaysAfter, Seed: seed);
            var shown = StartOf(options).AddDays(LabelDays);
            DateTimeOffset? found = null;
            bool isAnswered = false;
            bool isTriggered = false;
            await foreach (var line in server.Get<PlayYear>().RunAsync(request, cancellationToken))
            {
                if (line.At < StartOf(options))
                    continue;
                played += line.Kind == "day" ? 1 : 0;
                if (line.Kind is "rollback" or "trigger" or "drift")
                    found ??= line.At;
                isTriggered |= line.Kind == "trigger";
                isAnswered |= line.Kind == "rollback" || (isTriggered && line.Kind == "decision" && line.Text.Contains("promoted", StringComparison.Ordinal));
            }

            weeks.Add(found is { } at ? Math.Max(0, (at - shown).TotalDays / 7) : double.PositiveInfinity);
            answered += isAnswered ? 1 : 0;
        }

        bool equal = played == Seeds * ((options.ShockDays + DaysAfter + 6) / 7);
        report.Add(new BenchLine(JudgementBenchmark.Name, "demo.shock", "windows", "weeks of labels, slowest seed") { Ours = weeks.Max(), Equal = equal, Must = Must, Holds = weeks.Max() <= Must });
        report.Add(new BenchLine(JudgementBenchmark.Name, "demo.shock", "answered", "share of seeds") { Ours = (double)answered / Seeds, Equal = equal, Must = 1, Holds = answered == Seeds });
    }

    private static DateTimeOffset StartOf(ShopOptions options) => new(options.DateOf(options.ShockStart).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
