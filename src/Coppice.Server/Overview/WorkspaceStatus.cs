using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Customers;
using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Performance;
using Coppice.Server.Ramps;
using Coppice.Server.Storage;
using Coppice.Server.Triggers;
using Coppice.Server.Triggers.Repairs;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>What is live, since when, how good, how sure, and what is coming.</summary>
public sealed class WorkspaceStatus(
    Database database,
    DefinitionInForce workspace,
    WorkspaceClock clock,
    ModelStore models,
    CustomerStore customers,
    EventStore events,
    LabelStore labels,
    MaturityLedger ledger,
    MissRateStore missRates,
    VersionStore versions,
    DecisionStore decisions,
    DeploymentStore deployments,
    ProposalList proposals,
    RampOverview ramps,
    TunedRecipes tuned,
    RepairStanding repairs,
    WaitingPrice price,
    AlertOverview alerts,
    ChannelOverview channels,
    LiveQuality quality,
    DriftOverview drift,
    RetrainingReport retraining)
{
    public StatusResponse Read()
    {
        var waits = retraining.Read();
        return database.Read(session => Read(session, waits));
    }

    private StatusResponse Read(Session session, RetrainingStatus waits)
    {
        var open = alerts.Open(session);
        return new StatusResponse(
            workspace.Name,
            clock.GetUtcNow(),
            clock.Kind == ClockKind.Real ? "real" : "simulated",
            customers.Count(session),
            events.Count(session),
            events.LastTime(session) is { } last ? UtcMicroseconds.ToTime(last) : null,
            [.. workspace.Models.Select(model => Weighed(session, model, Of(session, model), open, waits))])
        {
            Alerts = open,
            Channels = [.. channels.Read(session).Where(channel => channel.Error is not null)],
            Retraining = waits,
        };
    }

    private ModelStatus Weighed(Session session, ModelDefinition model, ModelStatus status, IReadOnlyList<AlertResponse> open, RetrainingStatus waits)
    {
        long? modelId = models.Find(session, model.Name);
        var drifted = modelId is { } id ? drift.Drifted(session, id) : [];
        var cause = drifted.Count == 0 ? null : drift.Cause(session, modelId!.Value);
        return status with { Verdict = WeighModel.Run(status, open, drifted, cause, waits.Models.FirstOrDefault(m => m.Model == model.Name)) };
    }

    /// <summary>What acting by the champion was worth on the rows that decided; the threshold is the one that answers go by now.</summary>
    private static ActingStatus? Acting(ModelDefinition model, DecisionReport report)
    {
        if (model.Costs is not { } costs)
            return null;
        var value = report.Estimates.GetValueOrDefault(MetricNames.Value);
        return new ActingStatus(costs.Threshold, value?.Value, value is null ? null : (value.Upper - value.Lower) / 2, report.Threshold!.Warning);
    }

    /// <summary>What is expected beside what was promised of it.</summary>
    private static WaitingPredictions? Promising(WaitingPredictions? waiting, ModelDefinition model, DecisionReport? report) => waiting?.Estimated is { } expected
        ? waiting with { Estimated = expected with { Promised = report?.Promised(model.Predicts, expected.Metric) } }
        : waiting;

    private ModelStatus Of(Session session, ModelDefinition model)
    {
        string predicts = model.Predicts == PredictionKind.Probability ? "probability" : "amount";
        if (models.Find(session, model.Name) is not { } modelId)
            return new ModelStatus(model.Name, predicts, null, null, null, null, null, null, null, 0, 0, null, 0);
        var line = deployments.Latest(session, modelId);
        var champion = line is null ? null : versions.Find(session, line.ToId);
        long floor = Math.Max(champion?.Watermark ?? long.MinValue, decisions.SpentUntil(session, modelId) ?? long.MinValue);
        var (waiting, positives) = labels.CountSince(session, modelId, floor);
        string metric = ModelMeasurement.Headline(model.Predicts);
        var decision = champion is null ? null : decisions.OfVersion(session, champion.Id);
        var report = decision is null ? null : JsonSerializer.Deserialize<DecisionReport>(decision.Report, CoppiceJson.Options);
        var estimate = report?.Estimates.GetValueOrDefault(metric);
        var page = ledger.Read(session, model, modelId, champion, LabelsNeeded.Of(GateSettingsReader.Options(workspace.Gates), waiting, positives));
        var live = champion is null ? null : quality.Of(session, model, modelId, champion.Id, line!.At, metric);
        return new ModelStatus(
            model.Name,
            predicts,
            champion?.Number.ToString(),
            line?.At,
            champion is null ? null : metric,
            live?.Value ?? report?.Metrics.GetValueOrDefault(metric),
            live?.HalfWidth ?? (estimate is null ? null : (estimate.Upper - estimate.Lower) / 2),
            champion is null ? null : live is null ? Measured.Block : Measured.Live,
            estimate?.Lower,
            waiting,
            positives,
            page.NextVerdict,
            (int)versions.Count(session, modelId))
        {
            Ranges = missRates.Find(session, modelId) is { Amounts: > 0 } said ? new RangesHeld(said.Amounts, 1 - ((double)said.Missed / said.Amounts)) : null,
            Tuned = tuned.InUse(session, model, champion)?.At,
            Waiting = Promising(page.Waiting, model, report),
            Rows = live?.Rows ?? decision?.BlockRows ?? 0,
            Acting = report?.Threshold is null ? null : Acting(model, report),
            WaitingCost = price.Read(session, model, modelId, champion?.Id),
            Repair = champion is null ? null : repairs.Read(session, modelId, champion, line!),
            Ramp = ramps.Running(session, model.Name, modelId),
            Proposals = proposals.Read(session, model.Name, modelId),
            Trouble = line is { Kind: DeploymentKinds.RollBack, Actor: Actors.Coppice } ? line.Reason : null,
        };
    }
}
