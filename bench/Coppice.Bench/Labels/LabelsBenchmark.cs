using Coppice.Bench.Measurements;

namespace Coppice.Bench.Labels;

/// <summary>What labels cost: making them beside a long history, and answering a hundred new ones with an update.</summary>
internal sealed class LabelsBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "labels";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        double small = await MatureCase.RunAsync(report, "mature.1e5", 100_000, null, cancellationToken);
        await MatureCase.RunAsync(report, "mature.1e6", 1_000_000, small, cancellationToken);
        await FreshCase.RunAsync(report, cancellationToken);
    }
}
