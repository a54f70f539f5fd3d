using Coppice.Bench.Measurements;

namespace Coppice.Bench.Demo;

/// <summary>What the advisors' notes are worth to the models of the demo: the same years played with them and without.</summary>
internal sealed class DemoBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "demo";

    private static readonly long[] Seeds = [1, 2, 3];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var with = new List<PlayedYear>();
        var without = new List<PlayedYear>();
        foreach (long seed in Seeds)
        {
            with.Add(await PlayedYear.PlayAsync(seed, ["behaviour", "profile", "notes"], cancellationToken));
            without.Add(await PlayedYear.PlayAsync(seed, ["behaviour", "profile"], cancellationToken));
        }

        foreach (string model in with[0].Models.Keys)
            Add(model, [.. with.Select(year => year.Models[model])], [.. without.Select(year => year.Models[model])]);
        report.Add(new BenchLine(Name, "cpu", "user_seconds", "s")
        {
            Ours = with.Average(year => year.UserSeconds),
            Peer = without.Average(year => year.UserSeconds),
            PeerName = "without notes",
            Ratio = RatioRange.OfLess([.. with.Select(year => year.UserSeconds)], [.. without.Select(year => year.UserSeconds)]),
            Equal = true,
        });
    }

    private void Add(string model, MeasuredModel[] with, MeasuredModel[] without) => report.Add(new BenchLine(Name, model, with[0].Metric, "share")
    {
        Ours = with.Average(m => m.Live),
        Peer = without.Average(m => m.Live),
        PeerName = "without notes",
        Ratio = RatioRange.OfMore([.. with.Select(m => m.Live)], [.. without.Select(m => m.Live)]),
        Equal = with.Zip(without).All(pair => pair.First.Rows == pair.Second.Rows),
        Aim = with.Average(m => m.BestPossible),
    });
}
