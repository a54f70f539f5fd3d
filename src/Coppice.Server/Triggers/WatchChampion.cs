using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
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
    DeploymentStore deployments,
    RampStore ramps,
    VersionStore versions,
    VersionLoader loader,
    RecentLabels recentLabels,
    ExampleInputs examples,
    RollBackChampion rollBack)
{
    /// <summary>Stricter than a promotion, since the watch looks again and again.</summary>
    private const double SignificanceLevel = 0.005;

    /// <summary>Earlier champions that may return.</summary>
    private const int MostCandidates = 5;

    /// <summary>The rollback made; null where the champion stays.</summary>
    public async Task<Deployment?> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        // A better version is on its way already, and going back would end that.
        var broken = database.Read(session => ramps.Running(session, modelId) is null ? Judge(session, model, modelId) : null);
        return broken is { } found
            ? await rollBack.RunAsync(modelId, model.Name, found.To, Http.Actors.Coppice, found.Reason, cancellationToken)
            : null;
    }

    private (VersionNumber To, string Reason)? Judge(Session session, ModelDefinition model, long modelId)
    {
        var line = deployments.Latest(session, modelId);
        var earlier = deployments.Earlier(session, modelId).Distinct().Take(MostCandidates).ToList();
        if (line is null || earlier.Count == 0)
            return null;
        var champion = loader.Load(session, versions.Find(session, line.ToId)!);
        var rows = recentLabels.Read(session, model, line, champion.Version);
        if (rows.Count == 0)
            return null;

        var scorer = new RowScorer(examples, session, model, rows);
        var labelled = LabelledRows.Of(rows);
        string metric = PrimaryMetric.Of(model.Predicts);
        double[] live = scorer.Score(champion);
        var candidates = earlier.Select(id => LoadHealthy(session, id)).OfType<LoadedVersion>().ToList();
        var best = candidates
            .Select(candidate => (candidate, comparison: new ScoreComparison(labelled, live, scorer.Score(candidate), SignificanceLevel / candidates.Count).By(metric)))
            .Where(c => c.comparison is { LowerBound: > 0 })
            .OrderByDescending(c => c.comparison!.LowerBound)
            .FirstOrDefault();
        return best.comparison is { } surely
            ? (best.candidate.Version.Number, $"{champion.Number} broke its promise: on {rows.Count:N0} labels matured lately {best.candidate.Number} is better by {surely.Improvement:0.0000} in {MetricDefinition.Find(model.Predicts, metric)!.DisplayName}, surely by {surely.LowerBound:0.0000}")
            : null;
    }

    private LoadedVersion? LoadHealthy(Session session, long versionId)
    {
        try
        {
            return loader.Load(session, versions.Find(session, versionId)!);
        }
        catch (UnusableVersionException)
        {
            return null;
        }
    }
}
