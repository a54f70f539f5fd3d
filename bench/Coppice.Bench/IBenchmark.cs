namespace Coppice.Bench;

/// <summary>Measures and reports its cases.</summary>
internal interface IBenchmark
{
    Task RunAsync(CancellationToken cancellationToken);
}
