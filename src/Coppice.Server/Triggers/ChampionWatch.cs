using System.Collections.Concurrent;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// Looks at champions when enough labels have matured for another look to tell something, or after an hour where any have: each look
/// scores weeks of rows.
/// </summary>
public sealed class ChampionWatch(
    Database database,
    DeploymentStore deployments,
    DecisionStore decisions,
    VersionStore versions,
    VersionLoader loader,
    ExampleInputs examples,
    RecentLabels recentLabels,
    WatchChampion watch,
    TimeProvider time)
{
    private const long EnoughLabels = 50;
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, Look> _looks = new();

    /// <summary>The rollback made; null where the champion stays or was not looked at.</summary>
    internal async Task<Deployment?> LookAsync(ModelDefinition model, long modelId, LabelSweep sweep, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // What matured before this process began has not been looked at by it.
        var look = _looks.GetOrAdd(modelId, _ => new Look(EnoughLabels, now, null));
        long labels = look.Labels + sweep.Matured + sweep.Corrected;
        if (labels < EnoughLabels && (labels == 0 || now - look.At < LongEnough))
        {
            _looks[modelId] = look with { Labels = labels };
            return null;
        }

        var rollBack = await watch.RunAsync(model, modelId, cancellationToken);
        _looks[modelId] = new Look(0, now, database.Read(session => Measure(session, model, modelId)));
        return rollBack;
    }

    /// <summary>What the last look at a champion measured.</summary>
    public ChampionMeasure? Find(long modelId, long? championId) =>
        _looks.GetValueOrDefault(modelId)?.Measure is { } measure && measure.VersionId == championId ? measure : null;

    private ChampionMeasure? Measure(Session session, ModelDefinition model, long modelId)
    {
        if (deployments.Latest(session, modelId) is not { } line || decisions.OfVersion(session, line.ToId) is not { } decision)
            return null;
        var version = versions.Find(session, line.ToId)!;
        string metric = ModelMeasurement.Headline(model.Predicts);
        var promises = decision.ReadReport().Metrics;
        if (promises.GetValueOrDefault(metric) is not { } promised || recentLabels.Read(session, model, line, version) is not { Count: > 0 } rows)
            return null;
        var loaded = loader.Load(session, version);
        double[] scores = new RowScorer(examples, session, model, rows).Score(loaded);
        var metrics = ModelMeasurement.Of(model, LabelledRows.Of(rows), scores, loaded);
        var values = metrics.Values();
        return values[metric] is { } achieved
            ? new ChampionMeasure(version.Id, metric, promised, achieved, metrics.Estimates.GetValueOrDefault(metric)?.Upper ?? achieved, rows.Count)
            {
                Saved = promises.GetValueOrDefault(MetricNames.Value) is { } before && values.GetValueOrDefault(MetricNames.Value) is { } now ? (before, now) : null,
            }
            : null;
    }

    private sealed record Look(long Labels, DateTimeOffset At, ChampionMeasure? Measure);
}
