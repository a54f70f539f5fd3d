using Coppice.Bench.Measurements;
using Coppice.Server.Drift;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>
/// Customers who change while fewer of them say yes: half of what told them apart is gone, and log-loss stays where it was. How soon is that found, counted in weekly
/// windows of labels that show it, and how often is it seen where nothing has changed?
/// </summary>
internal static class DriftMaskedCase
{
    private const int Streams = 400;
    private const int Models = 3;
    private const int Before = 60;
    private const int After = 60;
    private const int JudgedRows = 1_000;
    private const double Base = -1.7;
    private const double Spread = 1.6;
    private const double Left = 0.5;
    private const double Must = 2;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        double threshold = new FalseAlarmBudget(1, Models, TimeSpan.FromDays(7)).CumulativeThreshold;
        // As much lower as keeps the log-loss of the unchanged answers where it was.
        double lower = LevelThatHides();
        foreach (int perDay in (int[])[50, 300])
        {
            var weeks = new List<double>();
            int early = 0;
            long rows = 0;
            for (int stream = 0; stream < Streams; stream++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var random = new SplitMix64((ulong)(5_000 + stream));
                var judged = Enumerable.Range(0, JudgedRows).Select(_ => Draw(random, Base, Spread)).ToList();
                double[] labels = [.. judged.Select(row => row.Label)];
                double[] scores = [.. judged.Select(row => row.Score)];
                double[] sizes = [.. judged.Select(SizeOf)];
                double mean = sizes.Average();
                double deviation = Math.Sqrt(sizes.Average(size => (size - mean) * (size - mean)));
                var confidence = ConfidenceLevel.Of(labels, scores, [.. Enumerable.Range(0, JudgedRows).Select(i => (long)i)]);
                var history = ErrorHistory.Start(1, new ErrorLevel(mean, deviation, deviation / Math.Sqrt(JudgedRows)), confidence);
                int? found = null;
                for (int day = 0; day < Before + After && found is null; day++)
                {
                    var answers = Enumerable.Range(0, perDay).Select(_ => day < Before ? Draw(random, Base, Spread) : Draw(random, lower, Spread * Left)).ToList();
                    history = history.After([.. answers.Select(answer => new MaturedError(day, SizeOf(answer), confidence!.GapOf(answer.Label, answer.Score)))], day + 1, threshold);
                    rows += perDay;
                    found = history.HasRisen ? day : null;
                }

                if (found < Before)
                    early++;
                else
                    weeks.Add(((found ?? (Before + After)) - Before + 1) / 7.0);
            }

            string name = $"drift.masked.{perDay}";
            bool equal = rows > (long)Streams * Before * perDay / 2;
            double slow = weeks.Order().ElementAt((int)(0.95 * (weeks.Count - 1)));
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "windows", "weeks of labels, 95 %") { Ours = slow, Equal = equal, Must = Must, Holds = slow <= Must });
            // Both sums of days of one of three models.
            double allowed = 2 * 0.2 / Models * Before / FalseAlarmBudget.QuarterDays;
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "false_alarms", "share of 60 days") { Ours = (double)early / Streams, Equal = equal, Must = allowed, Holds = (double)early / Streams <= allowed });
        }
    }
    private static (double Label, double Score) Draw(SplitMix64 random, double level, double spread)
    {
        double customer = Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-16));
        return (random.NextDouble() < Logistic.Sigmoid(level + (spread * customer)) ? 1 : 0, Logistic.Sigmoid(Base + (Spread * customer)));
    }

    private static double SizeOf((double Label, double Score) answer) => Math.Min(1, Losses.Log(answer.Label, answer.Score) / 5);

    private static double LevelThatHides()
    {
        double usual = Loss(Base, Spread);
        var (low, high) = (Base - 5, Base);
        while (high - low > 1e-9)
        {
            double middle = (low + high) / 2;
            (low, high) = Loss(middle, Spread * Left) > usual ? (low, middle) : (middle, high);
        }

        return low;
    }

    /// <summary>Mean log-loss of the answers where chances are of this level and spread.</summary>
    private static double Loss(double level, double spread)
    {
        const int Points = 2_000;
        double loss = 0;
        for (int i = 0; i < Points; i++)
        {
            double customer = Distributions.NormalQuantile((i + 0.5) / Points);
            double chance = Logistic.Sigmoid(level + (spread * customer));
            double score = Logistic.Sigmoid(Base + (Spread * customer));
            loss += ((chance * Losses.Log(1, score)) + ((1 - chance) * Losses.Log(0, score))) / Points;
        }

        return loss;
    }
}
