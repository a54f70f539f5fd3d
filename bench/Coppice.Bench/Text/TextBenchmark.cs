using Coppice.Bench.Measurements;

namespace Coppice.Bench.Text;

/// <summary>What is read out of notes, and how fast.</summary>
internal sealed class TextBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "text";

    public Task RunAsync(CancellationToken cancellationToken) => ConceptsCase.RunAsync(report, cancellationToken);
}
