using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Overview;
using Coppice.Server.Performance;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Reports;

/// <summary>Puts together everything that speaks for and against a version.</summary>
public sealed class ReportVersion(
    Database database,
    DefinitionInForce workspace,
    WorkspaceClock clock,
    VersionList list,
    VersionStore versions,
    RunStore runs,
    TrainingSetStore trainingSets,
    DecisionStore decisions,
    WorkspaceStats stats,
    PerformanceOverview performance,
    DriftOverview drift,
    DeploymentJournal journal,
    AuditStore audit)
{
    public async Task<VersionReport> RunAsync(ModelDefinition model, long modelId, VersionNumber number, CancellationToken cancellationToken)
    {
        var version = database.Read(session => versions.Find(session, modelId, number))
            ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model.Name} has no version {number}.");
        var described = list.Read(model, modelId, best: null).Single(v => v.Version == number.ToString());
        var overTime = await performance.ReadAsync(model, modelId, metric: null, by: null, cancellationToken);
        var errors = model.Predicts == PredictionKind.Amount ? await performance.ReadAsync(model, modelId, MetricNames.MeanAbsoluteError, by: null, cancellationToken) : null;
        var seen = drift.Read(model, modelId);
        var changes = journal.Read(model.Name, modelId, null).Reverse().Where(d => d.To == described.Version || d.From == described.Version);
        return database.Read(session => new VersionReport(
            workspace.Name,
            clock.GetUtcNow(),
            Card(model),
            described,
            Training(session, version),
            [.. stats.Labels(session, model)],
            decisions.OfVersion(session, version.Id) is { } decision ? Judged(session, decision, described) : null,
            performance.OfVersion(session, modelId, version.Id, overTime.Metric),
            overTime,
            seen.Version == described.Version ? seen : null,
            [.. changes],
            audit.Read(session, $"{model.Name} {number}"))
        {
            Errors = errors,
        });
    }

    private static ModelCard Card(ModelDefinition model) => new(
        model.Name,
        model.Predicts == PredictionKind.Probability ? "probability" : "amount",
        LabelWords.Of(model.Label),
        model.Label.Window.TotalDays,
        model.Lag.TotalDays,
        LabelWords.Inputs(model.Features),
        ModelMeasurement.Headline(model.Predicts));

    private TrainingFacts Training(Session session, ModelVersion version)
    {
        var set = trainingSets.Load(session, version.TrainingSetId);
        var run = runs.Find(session, version.RunId)!;
        var record = version.ReadRecord();
        return new TrainingFacts(
            set.Rows,
            UtcMicroseconds.ToTime(set.FirstAsOf),
            UtcMicroseconds.ToTime(set.LastAsOf),
            UtcMicroseconds.ToTime(set.KnownTime),
            version.Prior,
            record.LeftOut,
            record.Library,
            record.Seed,
            version.RunId,
            run.Trigger,
            run.Actor,
            new Dictionary<string, string>
            {
                ["model"] = version.ModelHash,
                ["pipeline"] = version.PipelineHash,
                ["training_set"] = set.ContentHash,
                ["training_rows"] = set.LabelsHash,
                ["lineage"] = version.LineageHash,
            });
    }

    private JudgementFigures Judged(Session session, DecisionRecord decision, VersionResponse described)
    {
        var report = decision.ReadReport();
        return new JudgementFigures(
            decision.DecidedAt,
            decision.Decision,
            decision.Code,
            report.Sentence,
            decision.ChampionId is { } champion ? versions.Find(session, champion)?.Number.ToString() : null,
            UtcMicroseconds.ToTime(decision.BlockFrom),
            UtcMicroseconds.ToTime(decision.BlockUntil),
            decision.BlockRows,
            decision.BlockPositives,
            decision.BlockHash,
            report.SignificanceLevel,
            report.Comparisons,
            described.Verdicts,
            report.MeanChange,
            report.DecileChanges,
            report.Tenths ?? report.Deciles ?? [],
            report.Segments ?? [])
        {
            Repair = report.Repair,
            Shock = report.Shock,
            Eras = report.Eras,
            Footprint = report.Footprint,
        };
    }
}
