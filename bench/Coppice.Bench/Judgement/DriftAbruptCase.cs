using Coppice.Bench.Measurements;
using Coppice.Server.Drift;

namespace Coppice.Bench.Judgement;

/// <summary>From one week to the next, one input of 500 moves by a third of a standard deviation: after how many windows is it found, and is it named?</summary>
internal static class DriftAbruptCase
{
    private const int Inputs = 500;
    private const int Rows = 2_000;
    private const int Worlds = 20;
    private const int Models = 3;
    private const int Most = 10;
    private const double Step = 0.33;
    private const double Must = 2;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        BenchReport.Tell($"drift.abrupt: {Worlds} worlds");
        var week = TimeSpan.FromDays(7);
        var budget = new FalseAlarmBudget(1, Models, week);
        var found = new List<int>();
        bool named = true;
        for (int i = 0; i < Worlds; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var world = new DriftWorld(Inputs, (ulong)(71 + i), 0.05);
            var reference = world.Reference(10_000, week);
            var standing = DriftStanding.Steady;
            int windows = 0;
            int moved = i % 4;
            while (!standing.HasDrifted && windows++ < Most)
            {
                // A step of the shares of yes and no needs more of what makes them.
                var window = world.Window(reference, Rows, 7, moved, moved % 3 == 2 ? 2 * Step : Step);
                var inputs = InputComparison.Of(reference.Inputs, window, budget.Level);
                var finding = new InputsDetector().Look(new DriftEvidence(reference, window, inputs, budget.Level));
                named &= finding.Reading != DriftReading.Differs || inputs[moved].Differs;
                standing = standing.After(finding.Reading, window.From);
            }

            found.Add(windows);
        }

        report.Add(new BenchLine(JudgementBenchmark.Name, "drift.abrupt", "windows", "windows, the 19th of 20")
        {
            Ours = found.Order().ElementAt(Worlds - 2),
            Equal = named,
            Must = Must,
            Holds = found.Order().ElementAt(Worlds - 2) <= Must,
        });
    }
}
