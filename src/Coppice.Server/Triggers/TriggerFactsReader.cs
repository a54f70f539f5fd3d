using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Schedules;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>Reads what triggers are told. What it costs grows with the labels that have not decided yet.</summary>
public sealed class TriggerFactsReader(
    DefinitionInForce workspace,
    ScheduleStore schedules,
    DeploymentStore deployments,
    VersionStore versions,
    DecisionStore decisions,
    LabelStore labels,
    RunStore runs,
    ChampionWatch watch,
    DriftOverview drift,
    TimeProvider time)
{
    public TriggerFacts Read(Session session, ModelDefinition model, long modelId)
    {
        var line = deployments.Latest(session, modelId);
        long floor = Math.Max(
            Math.Max(Watermark(session, line?.ToId), Watermark(session, deployments.AnchorId(session, modelId))),
            decisions.SpentUntil(session, modelId) ?? long.MinValue);
        var last = runs.LastLearning(session, modelId);
        var (fresh, positives) = labels.CountSince(session, modelId, floor);
        return new TriggerFacts(
            model,
            workspace.Training.Triggers,
            time.GetUtcNow(),
            line?.At,
            labels.CountNew(session, modelId, floor, runs.LastLabelJudged(session, modelId)),
            labels.CountNew(session, modelId, floor, last?.LastLabel ?? 0),
            last,
            schedules.List(session, modelId),
            watch.Find(modelId, line?.ToId))
        {
            Drifted = drift.Drifted(session, modelId),
            Repairs = workspace.Training.Repair is not null,
            LastFull = runs.LastFull(session, modelId),
            LastRepair = decisions.LastOfFull(session, modelId) is { } decided ? new PastRepair(decided.DecidedAt, GateWords.OutcomeOf(decided.Decision), decided.BlockRows) : null,
            FreshLabels = fresh,
            Missing = new EnoughLabelsGate(GateSettingsReader.Options(workspace.Gates)).Missing(model.Predicts, (int)fresh, (int)positives),
        };
    }

    private long Watermark(Session session, long? versionId) =>
        versionId is { } id ? versions.Find(session, id)?.Watermark ?? long.MinValue : long.MinValue;
}
