using Coppice.Bench.Measurements;

namespace Coppice.Bench.Judgement;

/// <summary>Whether what is decided and promised is right as often as it says, where the truth is known because it was made up, or because a table of real rows holds all of it.</summary>
/// <param name="report">Where lines go.</param>
/// <param name="only">The cases whose name begins so; null for all.</param>
internal sealed class JudgementBenchmark(BenchReport report, string? only) : IBenchmark
{
    public const string Name = "judgement";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        (string Cases, Func<Task> Run)[] all =
        [
            ("promote", Now(() => new PromotionCases(report).Run(cancellationToken))),
            ("interval", Now(() => CoverageCase.Run(report, cancellationToken))),
            ("drift.false_alarms", Now(() => DriftFalseAlarmsCase.Run(report, cancellationToken))),
            ("drift.abrupt", Now(() => DriftAbruptCase.Run(report, cancellationToken))),
            ("drift.errors", Now(() => DriftErrorsCase.Run(report, cancellationToken))),
            ("drift.masked", Now(() => DriftMaskedCase.Run(report, cancellationToken))),
            ("cbpe", Now(() => EstimateCase.Run(report, cancellationToken))),
            ("ramp", Now(() => new RampCases(report).Run(cancellationToken))),
            ("real.equal", Now(() => RealEqualCase.Run(report, cancellationToken))),
            ("real.cbpe", Now(() => RealEstimateCase.Run(report, cancellationToken))),
            ("real.elec2", Now(() => RealStreamCase.Run(report, cancellationToken))),
            ("real.interval", Now(() => RealCoverageCase.Run(report, cancellationToken))),
            ("repair", Now(() => new RepairCases(report).Run(cancellationToken))),
            ("demo.shock", () => DemoShockCase.RunAsync(report, cancellationToken)),
        ];
        foreach (var (_, run) in all.Where(one => only is null || only.StartsWith(one.Cases, StringComparison.Ordinal) || one.Cases.StartsWith(only, StringComparison.Ordinal)))
            await run();
    }

    private static Func<Task> Now(Action run) => () =>
    {
        run();
        return Task.CompletedTask;
    };
}
