using Coppice.Bench.Measurements;
using Coppice.Server.Drift;

namespace Coppice.Bench.Judgement;

/// <summary>A world that stands still, 500 inputs, a year of daily windows: how many alarms, where one a quarter is allowed over all views of one model.</summary>
internal static class DriftFalseAlarmsCase
{
    private const int Inputs = 500;
    private const int Rows = 500;
    private const int Days = 365;
    private const int Years = 2;
    private const double PerQuarter = 1;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        foreach (double move in (double[])[0, 0.1])
            Run(report, move, cancellationToken);
    }

    private static void Run(BenchReport report, double move, CancellationToken cancellationToken)
    {
        string name = move == 0 ? "drift.false_alarms" : "drift.false_alarms.days";
        BenchReport.Tell($"{name}: {Years} years of {Days} days, {Inputs} inputs");
        var day = TimeSpan.FromDays(1);
        var budget = new FalseAlarmBudget(PerQuarter, 1, day);
        int alarms = 0;
        int windows = 0;
        long tallied = 0;
        for (int year = 0; year < Years; year++)
        {
            var world = new DriftWorld(Inputs, (ulong)(41 + year), move);
            var reference = world.Reference(10_000, day);
            DriftStanding[] standings = [DriftStanding.Unknown, DriftStanding.Unknown, DriftStanding.Unknown];
            for (int i = 0; i < Days; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var window = world.Window(reference, Rows, 1);
                tallied += window.Inputs.Sum(sample => sample.Rows);
                var evidence = new DriftEvidence(reference, window, InputComparison.Of(reference.Inputs, window, budget.Level), budget.Level);
                DriftFinding[] findings = [new InputsDetector().Look(evidence), new ScoresDetector().Look(evidence), LabelsDetector.Look(reference, window.Inputs[2], budget.Level)];
                for (int view = 0; view < findings.Length; view++)
                {
                    var after = standings[view].After(findings[view].Reading, window.From);
                    alarms += after.HasDrifted && !standings[view].HasDrifted ? 1 : 0;
                    windows += findings[view].Reading == DriftReading.Differs ? 1 : 0;
                    standings[view] = after;
                }
            }
        }

        bool equal = tallied == (long)Years * Days * Rows * Inputs;
        double allowed = PerQuarter * Days / FalseAlarmBudget.QuarterDays;
        report.Add(new BenchLine(JudgementBenchmark.Name, name, "alarms_a_year", "alarms")
        {
            Ours = (double)alarms / Years,
            Equal = equal,
            Must = allowed,
            Holds = (double)alarms / Years <= allowed,
        });
        report.Add(new BenchLine(JudgementBenchmark.Name, name, "single_windows", "windows") { Ours = (double)windows / Years, Equal = equal });
    }
}
