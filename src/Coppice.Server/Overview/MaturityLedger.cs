using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Performance;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>Which labels are still to come, when they will have brought what a decision needs, and what can be said until then.</summary>
public sealed class MaturityLedger(OpenLabels openLabels, EstimateStore windows, ExpectedErrors errors, WorkspaceClock clock)
{
    private const int MostEstimated = 5_000;

    /// <summary>An AUC of fewer says nothing.</summary>
    private const int FewestEstimated = 100;

    /// <summary>A pace of fewer says nothing.</summary>
    private const long FewestPaced = 10;

    /// <summary>What a model waits for.</summary>
    /// <param name="session">The caller's.</param>
    /// <param name="model">The model.</param>
    /// <param name="modelId">Its number.</param>
    /// <param name="champion">Who answers; null where nobody does.</param>
    /// <param name="needed">What the next decision needs.</param>
    public MaturityPage Read(Session session, ModelDefinition model, long modelId, ModelVersion? champion, LabelsNeeded needed)
    {
        var now = clock.GetUtcNow();
        // Counted once: where truth is reported by people, it is a walk through all predictions.
        long open = openLabels.Count(session, model, modelId);
        var first = open > 0 ? MaturityOf(session, model, modelId, 1) : null;
        var next = NextVerdict(session, model, modelId, needed, open, first, now);
        return new MaturityPage(
            next?.At,
            next?.GiveOrTakeDays,
            champion is null || open <= 0 ? null : new WaitingPredictions(open, first, next?.GiveOrTakeDays, Estimated(session, model, modelId, champion)));
    }

    private (DateTimeOffset At, double GiveOrTakeDays)? NextVerdict(
        Session session, ModelDefinition model, long modelId, LabelsNeeded needed, long open, DateTimeOffset? first, DateTimeOffset now)
    {
        if (needed.Expected == 0)
            return (now, 0);
        if (Brought(needed.Expected) is not { } at)
            return null;
        var early = Brought(needed.Fewest) ?? at;
        var late = Brought(needed.Most) ?? at;
        return (at, (late - early).TotalDays / 2);

        DateTimeOffset? Brought(long labels) => labels <= open && MaturityOf(session, model, modelId, labels) is { } known ? known : AtThisPace(model, labels, open, first, now);
    }

    /// <summary>Beyond the open labels, at the pace at which predictions were made.</summary>
    private static DateTimeOffset? AtThisPace(ModelDefinition model, long labels, long open, DateTimeOffset? first, DateTimeOffset now)
    {
        if (open < FewestPaced || first is not { } earliest)
            return null;
        TimeSpan delay = model.Label.Window + model.Lag;
        TimeSpan since = now + delay - earliest;
        double days = since.TotalDays * (labels - open) / open;
        return days is > 0 and < 3_650 ? now + delay + TimeSpan.FromDays(days) : null;
    }

    private DateTimeOffset? MaturityOf(Session session, ModelDefinition model, long modelId, long count) =>
        openLabels.MaturityOf(session, model, modelId, count) is { } at ? UtcMicroseconds.ToTime(at) : null;

    private EstimatedMetric? Estimated(Session session, ModelDefinition model, long modelId, ModelVersion champion)
    {
        if (model.Predicts != PredictionKind.Probability)
            return errors.Find(modelId, champion.Id);
        double[] scores = openLabels.NewestScores(session, model, modelId, champion.Id, MostEstimated);
        if (scores.Length < FewestEstimated)
            return null;
        // What a version answers is calibrated already, on rows it has not learnt from.
        if (EstimatedBinaryMetrics.Of(scores, scores, model.Costs?.Threshold ?? BinaryMetrics.DefaultThreshold).Estimates.GetValueOrDefault(MetricNames.Auc) is not { } auc)
            return null;
        var trust = EstimateTrust.Of(windows.Latest(session, modelId, EstimateTrust.Windows));
        return new EstimatedMetric(MetricNames.Auc, auc.Value, auc.HalfWidth, scores.Length) { Bias = trust.Bias, IsTrusted = trust.IsTrusted };
    }
}

/// <summary>What a model waits for.</summary>
/// <param name="NextVerdict">When the next verdict can fall; null where it is not in sight.</param>
/// <param name="GiveOrTakeDays">By how many days luck may move that.</param>
/// <param name="Waiting">Answers whose labels are to come, and how good the champion will turn out on them; null where nothing waits.</param>
public sealed record MaturityPage(DateTimeOffset? NextVerdict, double? GiveOrTakeDays, WaitingPredictions? Waiting);
