using Coppice.Bench.Measurements;

namespace Coppice.Bench.Text;

/// <summary>What is read out of notes, and how fast.</summary>
internal sealed class TextBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "text";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ConceptsCase.RunAsync(report, cancellationToken);
        await TermsCase.RunAsync(report, cancellationToken);
    }
}
