using System.Collections.Concurrent;
using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>How far off the newest open amounts of a champion are expected to be, as last looked at: whoever asks waits for nothing.</summary>
public sealed class ExpectedErrors(Database database, EstimateErrors estimate, LabelProgressStore progresses, TimeProvider time)
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, Look> _looks = new();

    /// <summary>Looks, at most once an hour where something could be told: it may have to learn first how far off amounts are.</summary>
    internal async Task KeepUpAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (model.Predicts != PredictionKind.Amount || (_looks.TryGetValue(modelId, out var last) && last.Expected is not null && now - last.At < Often && now >= last.At))
            return;
        var outlook = await estimate.RunAsync(model, modelId, cancellationToken);
        // The logarithmic error is the steadier: no few large amounts decide it.
        _looks[modelId] = outlook is null
            ? new Look(now, 0, null)
            : new Look(now, outlook.VersionId, database.Read(session => outlook.Newest(session, Open(session, model, modelId, now), MetricNames.RootMeanSquaredLogError)));
    }

    /// <summary>What is expected of a version's open amounts; null where that is not known yet, or where they are few.</summary>
    public EstimatedMetric? Find(long modelId, long versionId) => _looks.TryGetValue(modelId, out var look) && look.VersionId == versionId ? look.Expected : null;

    private OpenAnswers Open(Session session, ModelDefinition model, long modelId, DateTimeOffset now) =>
        new(modelId, progresses.Find(session, modelId)?.LastPrediction ?? 0, model.Label is ColumnLabel, now.ToMicroseconds());

    private sealed record Look(DateTimeOffset At, long VersionId, EstimatedMetric? Expected);
}
