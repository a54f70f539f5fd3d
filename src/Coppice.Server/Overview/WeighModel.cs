using System.Globalization;
using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Drift;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>Weighs everything that speaks of a model into one verdict. What is expected before labels come may raise a doubt and never clears one.</summary>
internal static class WeighModel
{
    /// <summary>Weighs one model.</summary>
    /// <param name="status">What is live and how good it is.</param>
    /// <param name="alerts">Open alerts of the workspace.</param>
    /// <param name="drifted">The views that have drifted.</param>
    /// <param name="cause">The input that differs and moves scores most; null where none differs.</param>
    /// <param name="retraining">What it waits for; null where nobody asked.</param>
    public static ModelVerdict Run(ModelStatus status, IReadOnlyList<AlertResponse> alerts, IReadOnlyList<DriftView> drifted, InputDrift? cause, ModelRetraining? retraining)
    {
        var own = alerts.Where(alert => alert.Model == status.Model).ToList();
        List<VerdictGround?> grounds =
        [
            Quality(status, own),
            Drift(drifted, cause),
            .. own.Where(alert => alert.Code != AlertCodes.Drifted || drifted.Count == 0).Select(Alert),
            Expected(status),
            status.Trouble is { } trouble && own.TrueForAll(alert => alert.Code != AlertCodes.RolledBack)
                ? new VerdictGround("rollback", VerdictStates.Watch, $"Coppice went back to {status.Champion}: {trouble}")
                : null,
            status.Repair is { } repair ? new VerdictGround("repair", VerdictStates.Right, repair) : null,
        ];
        var because = grounds.OfType<VerdictGround>().OrderByDescending(ground => VerdictStates.Rank(ground.Weight)).ToList();
        return new ModelVerdict(because[0].Weight, because, retraining?.Sentence);
    }

    private static VerdictGround? Quality(ModelStatus status, List<AlertResponse> alerts)
    {
        if (status.Champion is null)
            return new VerdictGround("quality", VerdictStates.Unknown, "no version is live yet");
        if (status is not { Metric: { } metric, Value: { } value })
            return new VerdictGround("quality", VerdictStates.Unknown, "nothing measured says how good it is");
        string name = MetricDefinition.All.First(m => m.Name == metric).DisplayName;
        string figure = $"{name} {Figure(metric, value)}{(status.HalfWidth is { } half ? $" ±{Figure(metric, half)}" : "")}";
        string bound = status.Promised is { } promised ? Figure(metric, promised) : "";
        if (status.Measured != Measured.Live)
            return new VerdictGround("quality", VerdictStates.Right, $"{figure} when it was judged; too few of its answers have come true since to tell more");
        string achieved = $"{figure} on {status.Rows.ToString("N0", CultureInfo.InvariantCulture)} answers that came true";
        if (status.Promised is null)
            return new VerdictGround("quality", VerdictStates.Right, achieved);
        if (value + (status.HalfWidth ?? 0) < status.Promised)
            return new VerdictGround("quality", VerdictStates.Wrong, $"{achieved}, surely below the {bound} promised");
        if (value >= status.Promised)
            return new VerdictGround("quality", VerdictStates.Right, $"{achieved}, {bound} promised");
        return alerts.Exists(alert => alert.Code == AlertCodes.BelowPromise)
            ? null
            : new VerdictGround("quality", VerdictStates.Watch, $"{achieved}, below the {bound} promised, which luck may explain");
    }

    private static VerdictGround? Drift(IReadOnlyList<DriftView> drifted, InputDrift? cause)
    {
        if (drifted.Count == 0)
            return null;
        string since = drifted.Min(view => view.Since) is { } at ? $" since {at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        string why = cause switch
        {
            null => "",
            { MeanBefore: { } before, MeanNow: { } now } => $"; cause: {cause.Words}, {Plain(before)} before and {Plain(now)} now, which moves scores by {Signed(cause.ScoreChange)}",
            _ => $"; cause: {cause.Words}, which moves scores by {Signed(cause.ScoreChange)}",
        };
        bool costs = drifted.Any(view => view.View == DriftViews.Errors);
        return new VerdictGround("drift", costs ? VerdictStates.Wrong : VerdictStates.Watch, $"{string.Join(", ", drifted.Select(view => view.View))} drifted{since}{why}");
    }

    private static VerdictGround? Alert(AlertResponse alert) => AlertSeverities.Of(alert.Severity) switch
    {
        AlertSeverity.Critical => new VerdictGround("alert", VerdictStates.Wrong, alert.Sentence),
        AlertSeverity.Warning => new VerdictGround("alert", VerdictStates.Watch, alert.Sentence),
        _ => null,
    };

    private static VerdictGround? Expected(ModelStatus status)
    {
        if (status.Waiting?.Estimated is not { IsTrusted: true, Promised: { } promised } expected)
            return null;
        var metric = MetricDefinition.All.First(m => m.Name == expected.Metric);
        bool isAnError = metric.Direction == MetricDirection.Lower;
        double nearest = isAnError ? expected.Value - expected.HalfWidth : expected.Value + expected.HalfWidth;
        if (metric.Compare(nearest, promised) >= 0)
            return null;
        string figure = $"{metric.DisplayName} {Figure(metric.Name, expected.Value)} ±{Figure(metric.Name, expected.HalfWidth)}";
        return new VerdictGround("expected", VerdictStates.Watch, $"{figure} expected on answers whose labels are to come, {(isAnError ? "above" : "below")} the {Figure(metric.Name, promised)} promised");
    }

    private static string Figure(string metric, double value) => metric == MetricNames.TopDecileShare
        ? $"{(100 * value).ToString("0", CultureInfo.InvariantCulture)} %"
        : value.ToString("#.000", CultureInfo.InvariantCulture);

    private static string Plain(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+#.00;−#.00;0", CultureInfo.InvariantCulture);
}
