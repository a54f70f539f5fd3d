using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>Which labels are still to come, when they will have brought what a decision needs, and what can be said until then.</summary>
public sealed class MaturityLedger(OpenLabels openLabels, EstimateStore windows, WorkspaceClock clock)
{
    private const int MostEstimated = 5_000;

    /// <summary>An AUC of fewer says nothing.</summary>
    private const int FewestEstimated = 100;

    /// <summary>A pace of fewer says nothing.</summary>
    private const long FewestPaced = 10;

    /// <summary>When the next verdict can fall and by how many days luck may move that; null where it is not in sight.</summary>
    public (DateTimeOffset At, double GiveOrTakeDays)? NextVerdict(Session session, ModelDefinition model, long modelId, LabelsNeeded needed)
    {
        var now = clock.GetUtcNow();
        if (needed.Expected == 0)
            return (now, 0);
        if (Brought(session, model, modelId, needed.Expected, now) is not { } at)
            return null;
        var early = Brought(session, model, modelId, needed.Fewest, now) ?? at;
        var late = Brought(session, model, modelId, needed.Most, now) ?? at;
        return (at, (late - early).TotalDays / 2);
    }

    /// <summary>What waits, and how good the champion will turn out on it.</summary>
    public WaitingPredictions? Waiting(Session session, ModelDefinition model, long modelId, ModelVersion champion, double? giveOrTakeDays)
    {
        long open = openLabels.Count(session, model, modelId);
        if (open <= 0)
            return null;
        var next = openLabels.MaturityOf(session, model, modelId, 1) is { } at ? UtcMicroseconds.ToTime(at) : (DateTimeOffset?)null;
        return new WaitingPredictions(open, next, giveOrTakeDays, Estimated(session, model, modelId, champion));
    }

    private EstimatedMetric? Estimated(Session session, ModelDefinition model, long modelId, ModelVersion champion)
    {
        if (model.Predicts != PredictionKind.Probability)
            return null;
        double[] scores = openLabels.NewestScores(session, model, modelId, champion.Id, MostEstimated);
        if (scores.Length < FewestEstimated)
            return null;
        // What a version answers is calibrated already, on rows it has not learnt from.
        if (EstimatedBinaryMetrics.Of(scores, scores, model.Costs?.Threshold ?? BinaryMetrics.DefaultThreshold).Estimates.GetValueOrDefault(MetricNames.Auc) is not { } auc)
            return null;
        var trust = EstimateTrust.Of(windows.Latest(session, modelId, EstimateTrust.Windows));
        return new EstimatedMetric(MetricNames.Auc, auc.Value, auc.Upper - auc.Value, scores.Length) { Bias = trust.Bias, IsTrusted = trust.IsTrusted };
    }

    /// <summary>When so many of the labels to come will be there: the open ones by their windows, those beyond at the pace at which predictions were made.</summary>
    private DateTimeOffset? Brought(Session session, ModelDefinition model, long modelId, long labels, DateTimeOffset now)
    {
        if (openLabels.MaturityOf(session, model, modelId, labels) is { } at)
            return UtcMicroseconds.ToTime(at);
        long open = openLabels.Count(session, model, modelId);
        if (open < FewestPaced || openLabels.MaturityOf(session, model, modelId, 1) is not { } first)
            return null;
        TimeSpan delay = model.Label.Window + model.Lag;
        TimeSpan since = now + delay - UtcMicroseconds.ToTime(first);
        double days = since.TotalDays * (labels - open) / open;
        return days is > 0 and < 3_650 ? now + delay + TimeSpan.FromDays(days) : null;
    }
}
