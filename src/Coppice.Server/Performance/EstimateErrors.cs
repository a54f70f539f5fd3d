using System.Collections.Concurrent;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;

namespace Coppice.Server.Performance;

/// <summary>
/// Learns how far off a model's amounts are from those that have come true, each as it was served. It is kept in memory: the same answers give the
/// same forecast.
/// </summary>
public sealed class EstimateErrors(
    Database database, PerformanceStore store, DeploymentStore deployments, VersionStore versions, VersionLoader loader, ExampleInputs examples, TimeProvider time)
{
    private const int MostRows = 5_000;

    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, Known> _known = new();

    /// <summary>Learnt anew once more answers have come true, at most once an hour; null where there are too few.</summary>
    internal async Task<ErrorOutlook?> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (champion, newest) = database.Read(session => (Champion(session, modelId), store.NewestLabel(session, modelId)));
        if (champion is null || newest is null)
            return null;
        if (_known.TryGetValue(modelId, out var known) && known.VersionId == champion.Version.Id && (known.Newest == newest || (now - known.At < Often && now >= known.At)))
            return known.Outlook;
        var outlook = database.Read(session => Read(session, model, modelId, champion)) is { } rows
            ? new ErrorOutlook(store, examples, model, champion, await TrainingJob.RunAsync(cancellation => (ErrorForecast.Learn(rows, cancellation), rows.Bias(cancellation)), cancellationToken))
            : null;
        _known[modelId] = new Known(champion.Version.Id, newest.Value, now, outlook);
        return outlook;
    }

    private ErrorRows? Read(Session session, ModelDefinition model, long modelId, LoadedVersion champion)
    {
        var rows = store.NewestRows(session, modelId, MostRows);
        if (rows.Count < ErrorRows.FewestRows)
            return null;
        var known = new ErrorRows(
            ErrorOutlook.Features(session, examples, model, champion, rows), [.. rows.Select(row => row.Said)], [.. rows.Select(row => row.Row.Value)], [.. rows.Select(row => row.Row.AsOf)]);
        return known.AreEnough ? known : null;
    }

    private LoadedVersion? Champion(Session session, long modelId)
    {
        try
        {
            return deployments.Latest(session, modelId) is { } line ? loader.Load(session, versions.Find(session, line.ToId)!) : null;
        }
        catch (UnusableVersionException)
        {
            // Whoever restores champions says so; nothing is expected until then.
            return null;
        }
    }

    private sealed record Known(long VersionId, long Newest, DateTimeOffset At, ErrorOutlook? Outlook);
}
