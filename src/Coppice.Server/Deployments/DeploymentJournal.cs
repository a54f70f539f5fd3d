using Coppice.Client;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

/// <summary>The journal in the words of the wire.</summary>
public sealed class DeploymentJournal(Database database, DeploymentStore deployments, OverrideStore overrides, RampStore ramps, VersionStore versions)
{
    /// <summary>Newest first; with a time, the one line in force then.</summary>
    public IReadOnlyList<DeploymentResponse> Read(string model, long modelId, DateTimeOffset? at) => database.Read(session =>
    {
        var lines = at is { } time
            ? new[] { deployments.At(session, modelId, time) }.OfType<Deployment>()
            : deployments.List(session, modelId).Reverse();
        return lines.Select(line => Describe(session, model, line)).ToList();
    });

    public DeploymentResponse Describe(string model, Deployment line) => database.Read(session => Describe(session, model, line));

    private DeploymentResponse Describe(Session session, string model, Deployment line) => new(
        line.Id,
        model,
        line.Kind,
        line.FromId is { } from ? versions.Find(session, from)!.Number.ToString() : null,
        versions.Find(session, line.ToId)!.Number.ToString(),
        line.Actor,
        line.Reason,
        line.At)
    {
        Override = overrides.OfDeployment(session, line.Id)?.Describe(),
        Steps = [.. ramps.StepsTo(session, line).Select(step => new RampStepResponse((double)step.Share / RampOptions.Everybody, step.At))],
    };
}
