using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;

namespace Coppice.Bench.Tiers;

/// <summary>The recipes <c>fast</c> and <c>elite</c> on conversations with clients, beside the recipes they replace.</summary>
internal sealed class TiersBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "tiers";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string? missing = Surroundings.Missing(TierCase.Needs) ?? await PeerScript.MissingAsync("numpy, pandas, scipy, sklearn", cancellationToken);
        foreach (var tier in (TierCase[])[TierCase.Fast, TierCase.Elite])
        {
            if (missing is not null)
                report.Add(new SkippedLine(Name, tier.Learner, missing));
            else
                await tier.RunAsync(report, cancellationToken);
        }

        if (missing is not null)
            report.Add(new SkippedLine(Name, ScoreCase.Name, missing));
        else
            await ScoreCase.RunAsync(report, cancellationToken);
        foreach (var hybrid in HybridCase.All)
        {
            if (missing is not null)
                report.Add(new SkippedLine(Name, HybridCase.Name, missing));
            else
                await hybrid.RunAsync(report, cancellationToken);
        }

        if (missing is not null)
            report.Add(new SkippedLine(Name, RecoveryCase.Name, missing));
        else
            await RecoveryCase.RunAsync(report, cancellationToken);

        foreach (var table in TuneCases.All)
            await table.RunAsync(report, cancellationToken);
    }
}
