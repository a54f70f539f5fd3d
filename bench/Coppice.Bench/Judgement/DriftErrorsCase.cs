using Coppice.Bench.Measurements;
using Coppice.Server.Drift;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>Errors of matured labels: how soon a rise from .20 to .30 is found, counted in weekly windows of labels that show it, and how often one is seen where there is none.</summary>
internal static class DriftErrorsCase
{
    private const int Streams = 400;
    private const int Models = 3;
    private const int Before = 60;
    private const int After = 60;
    private const double Must = 2;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        double threshold = new FalseAlarmBudget(1, Models, TimeSpan.FromDays(7)).CumulativeThreshold;
        foreach (int perDay in (int[])[50, 300])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weeks = new List<double>();
            int early = 0;
            double rows = 0;
            for (int stream = 0; stream < Streams; stream++)
            {
                var random = new SplitMix64((ulong)(1_000 + stream));
                // What was promised was measured on 1,000 rows of the same world, so it is off by as much as that allows.
                double promised = Enumerable.Range(0, 1_000).Count(_ => random.NextDouble() < 0.2) / 1_000.0;
                var history = ErrorHistory.Start(1, new ErrorLevel(promised, Math.Sqrt(promised * (1 - promised)), Math.Sqrt(promised * (1 - promised) / 1_000)));
                int? found = null;
                for (int day = 0; day < Before + After && found is null; day++)
                {
                    double rate = day < Before ? 0.2 : 0.3;
                    var errors = Enumerable.Range(0, perDay).Select(_ => new MaturedError(day, random.NextDouble() < rate ? 1 : 0)).ToList();
                    rows += errors.Count;
                    history = history.After(errors, day + 1, threshold);
                    if (history.HasRisen)
                        found = day;
                }

                if (found < Before)
                    early++;
                else
                    weeks.Add(((found ?? (Before + After)) - Before + 1) / 7.0);
            }

            string name = $"drift.errors.{perDay}";
            bool equal = rows > (double)Streams * Before * perDay * 0.5;
            double slow = weeks.Order().ElementAt((int)(0.95 * (weeks.Count - 1)));
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "windows", "weeks of labels, 95 %") { Ours = slow, Equal = equal, Must = Must, Holds = slow <= Must });
            // A view of one of three models has a fifteenth of one alarm a quarter.
            double allowed = Before / (FalseAlarmBudget.QuarterDays * Models * 5);
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "false_alarms", "share of 60 days") { Ours = (double)early / Streams, Equal = equal, Must = allowed, Holds = (double)early / Streams <= allowed });
        }
    }
}
