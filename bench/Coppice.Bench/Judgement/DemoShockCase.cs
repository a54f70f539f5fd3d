using System.Globalization;
using Coppice.Bench.Labels;
using Coppice.Bench.Measurements;
using Coppice.Client;
using Coppice.Server.Simulation;

namespace Coppice.Bench.Judgement;

/// <summary>The demo's shop when its prices rise: how soon the purchase model is found to be wrong once labels show it, and whether that is answered with nobody at the keyboard.</summary>
internal static class DemoShockCase
{
    /// <summary>Which shops, in place of <see cref="Usual"/>: numbers with commas between them.</summary>
    private const string SeedsVariable = "COPPICE_SHOCK_SEEDS";

    private const string Usual = "1,2,3";
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
        int[] seeds = [.. (Environment.GetEnvironmentVariable(SeedsVariable) ?? Usual).Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))];
        var options = new ShopOptions();
        var weeks = new List<double>();
        int answered = 0;
        int played = 0;
        int early = 0;
        foreach (int seed in seeds)
        {
            await using var server = await BenchServer.BuildAsync(Definition, cancellationToken);
            var request = new DemoRequest(Days: options.ShockStart + options.ShockDays + DaysAfter, Seed: seed);
            var shown = StartOf(options).AddDays(LabelDays);
            DemoLine? first = null;
            bool isAnswered = false;
            bool isTriggered = false;
            await foreach (var line in server.Get<PlayYear>().RunAsync(request, cancellationToken))
            {
                if (line.At < StartOf(options))
                {
                    early += line.Kind == "drift" ? 1 : 0;
                    continue;
                }

                played += line.Kind == "day" ? 1 : 0;
                if (line.Kind is "rollback" or "trigger" or "drift")
                    first ??= line;
                isTriggered |= line.Kind == "trigger";
                isAnswered |= line.Kind == "rollback" || (isTriggered && line.Kind == "decision" && line.Text.Contains("promoted", StringComparison.Ordinal));
            }

            weeks.Add(first is { } told ? Math.Max(0, (told.At - shown).TotalDays / 7) : double.PositiveInfinity);
            BenchReport.Tell(string.Create(CultureInfo.InvariantCulture, $"demo.shock: seed {seed}, {weeks[^1]:0.00} weeks, {(isAnswered ? "answered" : "not answered")}: {first?.At:yyyy-MM-dd} {first?.Kind} {first?.Text}"));
            answered += isAnswered ? 1 : 0;
        }

        bool equal = played == seeds.Length * ((options.ShockDays + DaysAfter + 6) / 7);
        report.Add(new BenchLine(JudgementBenchmark.Name, "demo.shock", "windows", "weeks of labels, slowest seed") { Ours = weeks.Max(), Equal = equal, Must = Must, Holds = weeks.Max() <= Must });
        report.Add(new BenchLine(JudgementBenchmark.Name, "demo.shock", "answered", "share of seeds") { Ours = (double)answered / seeds.Length, Equal = equal, Must = 1, Holds = answered == seeds.Length });
        // Before the prices rise the shop is as usual: three months, of which the budget allows one alarm.
        report.Add(new BenchLine(JudgementBenchmark.Name, "demo.shock", "false_alarms", "a quarter") { Ours = (double)early / seeds.Length, Equal = equal, Must = 1, Holds = early <= seeds.Length });
    }

    private static DateTimeOffset StartOf(ShopOptions options) => new(options.DateOf(options.ShockStart).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
