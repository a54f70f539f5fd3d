using Coppice.Server.Evaluation;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>How good the newest answers turned out, exactly, from no more of them than say it.</summary>
public sealed class LiveQuality(PerformanceStore store)
{
    /// <summary>Fewer of either kind say nothing of a rank.</summary>
    private const int FewestOfEither = 30;

    /// <summary>A metric on the newest answers of a version since it went live; null where too few of them have come true.</summary>
    public (double Value, double HalfWidth, int Rows)? Of(Session session, ModelDefinition model, long modelId, long versionId, DateTimeOffset since, string metric)
    {
        var rows = store.Newest(session, modelId, since.ToMicroseconds(), SlidingWindow.DefaultAucRows).OfVersion(versionId);
        if (rows.Positives < FewestOfEither || (model.Predicts == PredictionKind.Probability && rows.Count - rows.Positives < FewestOfEither))
            return null;
        return rows.Metrics(model.Predicts).TryGetValue(metric, out var found) && MetricEstimate.Of(found.Value, found.StandardError) is { } estimate
            ? (found.Value, estimate.HalfWidth, rows.Count)
            : null;
    }
}
