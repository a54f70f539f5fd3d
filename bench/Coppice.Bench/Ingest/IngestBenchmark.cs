using Coppice.Bench.Measurements;

namespace Coppice.Bench.Ingest;

/// <summary>How fast facts come to disk: one at a time, and by the million.</summary>
internal sealed class IngestBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "ingest";

    public const string Definition = """
        workspace: ingest
        models:
          purchase:
            predicts: probability
            label: { event: purchase, within: 30d }
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SingleCase.RunAsync(report, cancellationToken);
        await BulkCases.RunAsync(report, cancellationToken);
    }
}
