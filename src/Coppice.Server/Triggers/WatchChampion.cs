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
/// Looks at what came true since the champion was promoted. Where the version before it is surely better on the same rows, the
/// champion has broken its promise and the one before returns.
/// </summary>
public sealed class WatchChampion(
    Database database,
    WorkspaceDefinition workspace,
    DeploymentStore deployments,
    DecisionStore decisions,
    VersionStore versions,
    VersionLoader loader,
    LabelStore labels,
    ExampleInputs examples,
    RollBackChampion rollBack,
    TimeProvider time)
{
    /// <summary>Stricter than a promotion, since the watch looks again and again at a growing set of rows.</summary>
    private const double SignificanceLevel = 0.005;

    /// <summary>The rollback made; null where the champion stays.</summary>
    public async Task<Deployment?> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        var broken = database.Read(session => Judge(session, model, modelId));
        return broken is null ? null : await rollBack.RunAsync(modelId, model.Name, null, Http.Actors.Coppice, broken, cancellationToken);
    }

    private string? Judge(Session session, ModelDefinition model, long modelId)
    {
        var line = deployments.Latest(session, modelId);
        if (line is null || line.Kind == DeploymentKinds.RollBack || deployments.PreviousId(session, modelId) is not { } previousId)
            return null;
        var champion = loader.Load(session, versions.Find(session, line.ToId)!);
        var previous = loader.Load(session, versions.Find(session, previousId)!);
        long after = Math.Max(
            Math.Max(champion.Version.Watermark, previous.Version.Watermark),
            decisions.OfVersion(session, line.ToId)?.BlockUntil ?? long.MinValue);
        var rows = labels.Matured(session, modelId, time.GetUtcNow().ToMicroseconds())
            .Where(l => l.AsOf > after && l.Source != LabelSource.Synthetic)
            .ToList();
        var bounds = GateSettingsReader.Options(workspace.Gates);
        int positives = rows.Count(r => r.Value > 0);
        if (positives < bounds.MinPositives || rows.Count - positives < bounds.MinNegatives)
            return null;

        long[] asOf = [.. rows.Select(r => r.AsOf)];
        var labelled = new LabelledRows([.. rows.Select(r => r.Value)], [.. rows.Select(r => r.CustomerId)]);
        double[] Score(LoadedVersion version) => version.Score(examples.Read(session, model, version.Pipeline.Behaviour, rows), asOf);
        string metric = model.Predicts == PredictionKind.Probability ? MetricNames.LogLoss : MetricNames.TweedieDeviance;
        var comparison = new ScoreComparison(labelled, Score(champion), Score(previous), SignificanceLevel).By(metric);
        return comparison is { LowerBound: > 0 }
            ? $"{champion.Number} broke its promise: on {rows.Count:N0} labels matured since, {previous.Number} is better by {comparison.Improvement:0.0000} {metric} (at least {comparison.LowerBound:0.0000})"
            : null;
    }
}
