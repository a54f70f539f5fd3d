using Coppice.Bench.Measurements;

namespace Coppice.Bench.Judgement;

/// <summary>Whether what is decided and promised is right as often as it says, where the truth is known because it was made up.</summary>
internal sealed class JudgementBenchmark(BenchReport report) : IBenchmark
{
    public const string Name = "judgement";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        new PromotionCases(report).Run(cancellationToken);
        CoverageCase.Run(report, cancellationToken);
        DriftFalseAlarmsCase.Run(report, cancellationToken);
        DriftAbruptCase.Run(report, cancellationToken);
        DriftErrorsCase.Run(report, cancellationToken);
        EstimateCase.Run(report, cancellationToken);
        await DemoShockCase.RunAsync(report, cancellationToken);
    }
}
