using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>What came of the last repair of a model, for as long as it matters.</summary>
public sealed class RepairStanding(RunStore runs, DriftOverview drift)
{
    /// <summary>Null where nothing was repaired, or another version than the repair's has taken over since.</summary>
    public string? Read(Session session, long modelId, ModelVersion champion, Deployment line)
    {
        if (runs.LastRepair(session, modelId) is not { Result: { } stored, FinishedAt: { } at } run)
            return null;
        var result = JsonSerializer.Deserialize<RunResult>(stored, CoppiceJson.Options)!;
        if (champion.RunId == run.Id && result.Repair?.FirstOrDefault(rung => rung.Verdict == "chosen") is { } chosen)
        {
            bool holds = !drift.HaveErrorsRisenSince(session, modelId, at);
            return $"Repair tried: {RepairRungs.Done(chosen.Rung)}, {(holds ? "enough so far" : "no longer enough")}.";
        }

        return line.At <= at && result.Decision != "promoted" ? $"Repair tried: nothing was enough, {champion.Number} stays." : null;
    }
}
