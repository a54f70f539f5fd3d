using Coppice.Bench.Measurements;

namespace Coppice.Bench.Forests;

/// <summary>Scores and contributions of the library <c>Coppice.Forests</c>, one thread, beside others that answer the same.</summary>
internal sealed class ForestBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "forest";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        BenchReport.Tell("learning 150 trees of depth 6 from 2,000 rows of 868 features");
        using var forest = BenchForest.Learn(rounds: 150, depth: 6, bins: 256, density: 0.25, cancellationToken);
        ScoringCases.Run(report, forest);
        await CompiledCases.RunAsync(report, forest, cancellationToken);
        ContributionCase.Run(report, forest);
        await RandomForestCases.RunAsync(report, forest, cancellationToken);
        GridCases.Run(report, forest, cancellationToken);
    }
}
