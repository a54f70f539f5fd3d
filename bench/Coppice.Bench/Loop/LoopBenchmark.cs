using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;

namespace Coppice.Bench.Loop;

/// <summary>The main job on real data: how well what comes out of the loop predicts, and how long it takes.</summary>
internal sealed class LoopBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "loop";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string? noPeer = await PeerScript.MissingAsync(cancellationToken);
        await CdnowCases.RunAsync(report, noPeer, cancellationToken);
        await HeldOutFifths.Telco.RunAsync(report, cancellationToken);
        await HeldOutFifths.Shoppers.RunAsync(report, cancellationToken);
        await Elec2Cases.RunAsync(report, noPeer, cancellationToken);
    }
}
