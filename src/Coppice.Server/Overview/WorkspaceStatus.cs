using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Customers;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Triggers;
using Coppice.Server.Triggers.Repairs;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>What is live, since when, how good, how sure, and what is coming.</summary>
public sealed class WorkspaceStatus(
    Database database,
    WorkspaceDefinition workspace,
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
    TunedRecipes tuned,
    RepairStanding repairs,
    WaitingPrice price,
    AlertOverview alerts,
    ChannelOverview channels)
{
    public StatusResponse Read() => database.Read(session => new StatusResponse(
        workspace.Name,
        clock.GetUtcNow(),
        clock.Kind == ClockKind.Real ? "real" : "simulated",
        customers.Count(session),
        events.Count(session),
        events.LastTime(session) is { } last ? UtcMicroseconds.ToTime(last) : null,
        [.. workspace.Models.Select(model => Of(session, model))])
    {
        Alerts = alerts.Open(session),
        Channels = [.. channels.Read(session).Where(channel => channel.Error is not null)],
    });

    /// <summary>What acting by the champion was worth on the rows that decided; the threshold is the one that answers go by now.</summary>
    private static ActingStatus? Acting(ModelDefinition model, DecisionReport report)
    {
        if (model.Costs is not { } costs)
            return null;
        var value = report.Estimates.GetValueOrDefault(MetricNames.Value);
        return new ActingStatus(costs.Threshold, value?.Value, value is null ? null : (value.Upper - value.Lower) / 2, report.Threshold!.Warning);
    }

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
        var verdict = ledger.NextVerdict(session, model, modelId, LabelsNeeded.Of(GateSettingsReader.Options(workspace.Gates), waiting, positives));
        return new ModelStatus(
            model.Name,
            predicts,
            champion?.Number.ToString(),
            line?.At,
            champion is null ? null : metric,
            report?.Metrics.GetValueOrDefault(metric),
            estimate is null ? null : (estimate.Upper - estimate.Lower) / 2,
            champion is null ? null : "fresh_block",
            estimate?.Lower,
            waiting,
            positives,
            verdict?.At,
            (int)versions.Count(session, modelId))
        {
            Ranges = missRates.Find(session, modelId) is { Amounts: > 0 } said ? new RangesHeld(said.Amounts, 1 - ((double)said.Missed / said.Amounts)) : null,
            Tuned = tuned.InUse(session, model, champion)?.At,
            Waiting = champion is null ? null : ledger.Waiting(session, model, modelId, champion, verdict?.GiveOrTakeDays),
            Acting = report?.Threshold is null ? null : Acting(model, report),
            WaitingCost = price.Read(session, model, modelId, champion?.Id),
            Repair = champion is null ? null : repairs.Read(session, modelId, champion, line!),
            Proposals = proposals.Read(session, model.Name, modelId),
            Trouble = line is { Kind: DeploymentKinds.RollBack, Actor: Actors.Coppice } ? line.Reason : null,
        };
    }
}
