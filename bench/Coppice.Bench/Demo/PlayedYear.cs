using Coppice.Bench.Labels;
using Coppice.Bench.Measurements;
using Coppice.Client;
using Coppice.Server.Simulation;

namespace Coppice.Bench.Demo;

/// <summary>A year of the built-in shop, and what its models achieved in the last quarter of it.</summary>
internal sealed record PlayedYear(IReadOnlyDictionary<string, MeasuredModel> Models, double UserSeconds)
{
    private const int QuarterWeeks = 13;

    public static async Task<PlayedYear> PlayAsync(long seed, string[] features, CancellationToken cancellationToken)
    {
        BenchReport.Tell($"seed {seed}: {string.Join(", ", features)}");
        string inputs = $"features: [{string.Join(", ", features)}]";
        await using var server = await BenchServer.BuildAsync(
            $$"""
            workspace: demo-shop
            models:
              purchase: { label: { event: purchase, within: 30d }, {{inputs}} }
              churn: { label: { no_event: [purchase, visit], within: 90d }, {{inputs}} }
              clv: { label: { sum: purchase.value, within: 90d }, {{inputs}} }

            """,
            cancellationToken);
        await server.WriteLexiconAsync(ShopLexicon.Build());
        var began = Environment.CpuUsage.UserTime;
        var weeks = new List<DemoLine>();
        await foreach (var line in server.Get<PlayYear>().RunAsync(new DemoRequest(Seed: seed), cancellationToken))
        {
            if (line.Kind == "day")
                weeks.Add(line);
        }

        double seconds = (Environment.CpuUsage.UserTime - began).TotalSeconds;
        var measured = weeks.TakeLast(QuarterWeeks).SelectMany(week => week.Models).GroupBy(model => model.Model).ToDictionary(group => group.Key, MeasuredModel.Of);
        return new PlayedYear(measured, seconds);
    }
}

/// <summary>A model's mean over some weeks: what its recorded predictions achieved, and what was possible on the same rows.</summary>
internal sealed record MeasuredModel(string Metric, double Live, double BestPossible, long Rows)
{
    public static MeasuredModel Of(IEnumerable<DemoModel> weeks)
    {
        DemoModel[] told = [.. weeks.Where(week => week.Live is not null)];
        return new MeasuredModel(told[0].Metric, told.Average(week => week.Live!.Value), told.Average(week => week.BestPossible!.Value), told.Sum(week => week.Rows));
    }
}
