using Coppice.Server.Deployments;
using Coppice.Server.Http;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>Coppice took a champion back, and nothing has been promoted since.</summary>
public sealed class RolledBackRule : IModelRule
{
    public string Code => AlertCodes.RolledBack;

    public AlertReading Look(ModelFacts facts)
    {
        if (facts.Line is not { Kind: DeploymentKinds.RollBack, Actor: Actors.Coppice } line)
            return AlertReading.Fine;
        string model = facts.Model.Name;
        return AlertReading.Of(new AlertFinding(
            AlertSeverity.Warning,
            $"Coppice took {model} back to {facts.Champion}: {line.Reason}.",
            line.At,
            $"{model} answers by an earlier version until a challenger passes the gates.",
            $"Nothing is urgent. What changed since it was promoted: coppice history {model}, then coppice retrain {model} once it is mended.",
            $"/v1/models/{model}/deployments",
            $"{line.Id}"));
    }
}
