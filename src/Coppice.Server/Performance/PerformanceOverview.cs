using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>How good answers turned out, as everything that tells of it reads it.</summary>
public sealed class PerformanceOverview(
    Database database,
    MeasurePerformance measure,
    EstimateErrors estimate,
    PerformanceStore store,
    LabelProgressStore progresses,
    DeploymentStore deployments,
    DeploymentJournal journal,
    DecisionStore decisions,
    VersionStore versions,
    TimeProvider time)
{
    /// <summary>A chart of more weeks is told by month.</summary>
    private const int MostWeeks = 104;

    /// <summary>What has come is measured first.</summary>
    public async Task<PerformanceResponse> ReadAsync(ModelDefinition model, long modelId, string? metric, string? by, CancellationToken cancellationToken)
    {
        var followed = RealisedRows.Followed(model.Predicts);
        string name = metric is null ? followed[0] : followed.FirstOrDefault(m => string.Equals(m, metric, StringComparison.OrdinalIgnoreCase))
            ?? throw new RequestException(RequestCodes.BadRequest, $"{metric} is not followed over time for {model.Name}; {string.Join(", ", followed)} are.", RefusalKind.BadInput);
        if (by is not (null or PerformanceSpans.Week or PerformanceSpans.Month))
            throw new RequestException(RequestCodes.BadRequest, $"\"{by}\" is no span; write week or month.", RefusalKind.BadInput);
        await measure.RunAsync(model, modelId, cancellationToken);
        var amounts = model.Predicts == PredictionKind.Amount && ErrorForecast.Metrics.Contains(name) ? await estimate.RunAsync(model, modelId, cancellationToken) : null;
        var changes = journal.Read(model.Name, modelId, null);
        return database.Read(session => Read(session, model, modelId, name, by, amounts)) with { Deployments = [.. changes.Reverse()] };
    }

    /// <summary>The weeks in which a version answered, as they are known.</summary>
    public IReadOnlyList<PerformancePoint> OfVersion(Session session, long modelId, long versionId, string metric) =>
    [
        .. from week in store.Weeks(session, modelId)
           let own = week.Report.Versions.FirstOrDefault(v => v.VersionId == versionId)
           where own is not null
           select Point(week.Week, week.Report with { Rows = own.Rows, Positives = own.Positives, Metrics = own.Metrics, Versions = [own] }, null, metric, id => versions.Find(session, id)?.Number.ToString()),
    ];

    private PerformanceResponse Read(Session session, ModelDefinition model, long modelId, string metric, string? by, ErrorOutlook? amounts)
    {
        var names = versions.List(session, modelId).ToDictionary(v => v.Id, v => v.Number.ToString());
        var progress = progresses.Find(session, modelId);
        var open = new OpenAnswers(modelId, progress?.LastPrediction ?? 0, model.Label is ColumnLabel, time.GetUtcNow().ToMicroseconds());
        var waiting = OpenWeeks.Read(session, store, model.Predicts, open, metric, amounts);
        var known = store.Weeks(session, modelId).ToDictionary(w => w.Week, w => w.Report);
        var points = known.Keys.Union(waiting.Keys).Order()
            .Select(week => Point(week, known.GetValueOrDefault(week), waiting.GetValueOrDefault(week), metric, names.GetValueOrDefault))
            .ToList();
        bool byMonth = by == PerformanceSpans.Month || (by is null && points.Count > MostWeeks);
        var newest = Newest(session, model, modelId, metric);
        var fading = store.FindState(session, modelId)?.Fading ?? new Dictionary<string, FadingSum>();
        return new PerformanceResponse(
            model.Name,
            metric,
            byMonth ? PerformanceSpans.Month : PerformanceSpans.Week,
            Sentence(model, metric, newest, points),
            byMonth ? CombinedWeeks.ByMonth(points) : points,
            newest,
            [.. fading.Where(f => f.Value.Weight > 0).Select(f => new FadingMetric(f.Key, FadingMean.DefaultFading, f.Value.Sum / f.Value.Weight, f.Value.Weight))],
            Promised(session, model, modelId, metric),
            known.Count == 0 ? null : known[known.Keys.Max()].KappaOverChance,
            known.Count == 0 ? null : known[known.Keys.Max()].KappaOverPersistence,
            []);
    }

    private NewestQuality? Newest(Session session, ModelDefinition model, long modelId, string metric)
    {
        int most = metric is MetricNames.LogLoss or MetricNames.Accuracy or MetricNames.Brier or MetricNames.MeanAbsoluteError or MetricNames.RootMeanSquaredLogError ? SlidingWindow.DefaultRows : SlidingWindow.DefaultAucRows;
        var rows = store.Newest(session, modelId, 0, most);
        return rows.Metrics(model.Predicts).TryGetValue(metric, out var found) ? new NewestQuality(rows.Count, found.Value, MetricEstimate.Of(found.Value, found.StandardError)?.HalfWidth) : null;
    }

    /// <summary>The worse end of the interval on the rows that decided the champion's promotion.</summary>
    private double? Promised(Session session, ModelDefinition model, long modelId, string metric) =>
        deployments.Latest(session, modelId) is { } line ? decisions.OfVersion(session, line.ToId)?.ReadReport().Promised(model.Predicts, metric) : null;

    private static PerformancePoint Point(long week, PerformanceWeek? known, OpenWeek? open, string metric, Func<long, string?> nameOf)
    {
        RealisedMetric? found = known?.Metrics.TryGetValue(metric, out var realised) == true ? realised : null;
        return new PerformancePoint(
            UtcMicroseconds.ToTime(Week.Start(week)),
            UtcMicroseconds.ToTime(Week.Start(week + 1)),
            known?.Rows ?? 0,
            known?.Positives ?? 0,
            open?.Open ?? 0,
            found?.Value,
            MetricEstimate.Of(found?.Value, found?.StandardError)?.HalfWidth,
            open?.Estimated,
            Value(known?.Prior, metric),
            Value(known?.NoChange, metric),
            [.. (known?.Versions ?? []).Select(v => new VersionShare(nameOf(v.VersionId) ?? "?", v.Rows))]);
    }

    private static double? Value(IReadOnlyDictionary<string, RealisedMetric>? metrics, string metric) =>
        metrics is not null && metrics.TryGetValue(metric, out var found) ? found.Value : null;

    private static string Sentence(ModelDefinition model, string metric, NewestQuality? newest, List<PerformancePoint> points)
    {
        string name = MetricDefinition.Find(model.Predicts, metric)!.DisplayName;
        long open = points.Sum(p => p.Open);
        string waits = open == 0 ? "" : $" {open:N0} answers wait for their labels.";
        if (newest is null)
            return $"None of {model.Name}'s answers has come true yet, so nothing can be said of how good they are.{waits}";
        bool isLarge = Math.Abs(newest.Value) >= 10;
        string band = newest.HalfWidth is { } half ? $" ±{(isLarge ? $"{half:N1}" : $"{half:#.000}")}" : "";
        return $"{model.Name}: {name} {(isLarge ? $"{newest.Value:N1}" : $"{newest.Value:#.000}")}{band} on the newest {newest.Rows:N0} answers that have come true, as they were served.{waits}";
    }
}
