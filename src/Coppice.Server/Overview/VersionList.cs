using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Overview;

/// <summary>Versions with what was decided about them and what they are now.</summary>
public sealed class VersionList(
    Database database,
    VersionStore versions,
    CompanionStore companions,
    DecisionStore decisions,
    OverrideStore overrides,
    ProposalList proposals,
    DeploymentStore deployments,
    RampStore ramps,
    TrainingSetStore trainingSets,
    TunedRecipes tuned,
    ArtifactStore artifacts)
{
    private const int FeaturesShown = 20;

    /// <summary>Newest first, or best first by a metric.</summary>
    public IReadOnlyList<VersionResponse> Read(ModelDefinition model, long modelId, string? best)
    {
        var metric = best is null ? null : RequireMetric(model, best);
        var all = database.Read(session => Read(session, model.Name, modelId));
        if (metric is null)
            return all;
        return [.. all.Order(Comparer<VersionResponse>.Create((a, b) => metric.Compare(b.Metrics.GetValueOrDefault(metric.Name), a.Metrics.GetValueOrDefault(metric.Name))))];
    }

    /// <summary>A metric over versions, oldest first, and the journal.</summary>
    public HistoryResponse History(ModelDefinition model, long modelId, string? asked, DeploymentJournal journal)
    {
        var metric = RequireMetric(model, asked ?? ModelMeasurement.Headline(model.Predicts));
        var points = database.Read(session => versions.List(session, modelId).Reverse().Select(version =>
        {
            var decision = decisions.OfVersion(session, version.Id);
            var report = decision is null ? null : JsonSerializer.Deserialize<DecisionReport>(decision.Report, CoppiceJson.Options);
            var estimate = report?.Estimates.GetValueOrDefault(metric.Name);
            return new HistoryPoint(
                version.Number.ToString(),
                version.CreatedAt,
                report?.Metrics.GetValueOrDefault(metric.Name),
                estimate is null ? null : (estimate.Upper - estimate.Lower) / 2,
                decision?.BlockRows ?? 0,
                decision?.Decision)
            {
                Override = overrides.OfVersion(session, version.Id)?.Describe(),
            };
        }).ToList());
        return new HistoryResponse(model.Name, metric.Name, points, journal.Read(model.Name, modelId, null));
    }

    private List<VersionResponse> Read(Session session, string model, long modelId)
    {
        var list = versions.List(session, modelId);
        var names = list.ToDictionary(v => v.Id, v => v.Number.ToString());
        var records = list.ToDictionary(v => v.Id, v => JsonSerializer.Deserialize<VersionRecord>(v.Record, CoppiceJson.Options)!);
        var waiting = proposals.Read(session, model, modelId).ToDictionary(p => p.Version);
        long? champion = deployments.Latest(session, modelId)?.ToId;
        long? challenger = ramps.Running(session, modelId)?.ToId;
        long? previous = deployments.PreviousId(session, modelId);
        long? anchor = deployments.AnchorId(session, modelId);
        string RoleOf(ModelVersion version) => version.Id switch
        {
            var id when id == champion => "champion",
            var id when id == challenger => "challenger",
            _ when version.PrunedAt is not null => "pruned",
            var id when id == previous => "previous",
            var id when id == anchor => "anchor",
            _ => "candidate",
        };
        return
        [
            .. list.Select(version =>
            {
                var decision = decisions.OfVersion(session, version.Id);
                var report = decision is null ? null : JsonSerializer.Deserialize<DecisionReport>(decision.Report, CoppiceJson.Options);
                var record = records[version.Id];
                var act = overrides.OfVersion(session, version.Id)?.Describe();
                return new VersionResponse(
                    version.Number.ToString(),
                    model,
                    RoleOf(version),
                    version.Learner,
                    version.Strategy,
                    version.ParentId is { } parent ? names.GetValueOrDefault(parent) : null,
                    version.CreatedAt,
                    UtcMicroseconds.ToTime(version.Watermark),
                    trainingSets.Find(session, version.TrainingSetId)!.Value.Rows,
                    version.Seconds,
                    version.Trees,
                    version.PrunedAt is null ? artifacts.Size(session, version.ModelHash) : 0,
                    version.PrunedAt is null ? Features.FeaturePipeline.Load(artifacts.Load(session, version.PipelineHash)).FeatureNames.Count : 0,
                    record.AddedFeatures,
                    record.RemovedFeatures,
                    decision?.Decision,
                    decision?.Code,
                    decision?.BlockRows ?? 0,
                    report?.Metrics ?? new Dictionary<string, double?>(),
                    [.. record.Importance.Take(FeaturesShown)])
                {
                    Bands = report is null ? new Dictionary<string, MetricBand>() : MetricDescription.Bands(report.Estimates),
                    Deciles = report?.Deciles,
                    Quick = companions.Find(session, version.Id) is { } companion ? Describe(session, version, companion, report) : null,
                    Recipe = record.Recipe is { } recipe ? RecipeWriter.Write(recipe, indent: 2) : null,
                    Tuned = tuned.Date(session, record),
                    DataFindings = record.DataFindings,
                    Pinned = version.Pinned == 1,
                    Footprint = report?.Footprint,
                    Verdicts = DecisionVerdicts.Of(report, act),
                    Override = act,
                    Proposal = waiting.GetValueOrDefault(names[version.Id]),
                    Moved = decision?.ChampionId is { } before && records.TryGetValue(before, out var held) ? ImportanceMoves.Between(held.Importance, record.Importance) : [],
                };
            }),
        ];
    }

    private CompanionResponse Describe(Session session, ModelVersion version, Companion companion, DecisionReport? report) => new(
        companion.Learner,
        companion.Trees,
        version.PrunedAt is null ? artifacts.Size(session, companion.ModelHash) : 0,
        report?.Quick ?? new Dictionary<string, double?>());

    private static MetricDefinition RequireMetric(ModelDefinition model, string name) => MetricDefinition.Find(model.Predicts, name)
        ?? throw new RequestException(
            RequestCodes.BadRequest,
            $"{model.Name} has no metric {name}; there are {string.Join(", ", MetricDefinition.Of(model.Predicts).Select(m => m.Name))}.",
            RefusalKind.BadInput);
}
