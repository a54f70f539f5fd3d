using Coppice.Client;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>Weeks with answers whose labels are still to come, and how good those will turn out if what makes a label has not changed.</summary>
internal static class OpenWeeks
{
    private const int MostEstimated = 5_000;

    /// <summary>Fewer say nothing of how good they will turn out.</summary>
    public const int FewestEstimated = 100;

    public static IReadOnlyDictionary<long, OpenWeek> Read(Session session, PerformanceStore store, PredictionKind predicts, OpenAnswers open, string metric, ErrorOutlook? amounts) =>
        store.Open(session, open).ToDictionary(
            week => week.Key,
            week => new OpenWeek(week.Value, predicts == PredictionKind.Probability ? Estimate(session, store, open, metric, week.Key) : amounts?.Of(session, open, week.Key, week.Value, metric)));

    private static EstimatedMetric? Estimate(Session session, PerformanceStore store, OpenAnswers open, string metric, long week)
    {
        double[] scores = store.OpenScores(session, open, week, MostEstimated);
        if (scores.Length < FewestEstimated)
            return null;
        // What a version answers is calibrated already, on rows it has not learnt from.
        return EstimatedBinaryMetrics.Of(scores, scores).Estimates.GetValueOrDefault(metric) is { } expected
            ? new EstimatedMetric(metric, expected.Value, expected.HalfWidth, scores.Length)
            : null;
    }
}

/// <summary>Answers of a week without labels.</summary>
internal sealed record OpenWeek(long Open, EstimatedMetric? Estimated);
