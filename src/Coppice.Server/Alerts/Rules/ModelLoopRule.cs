namespace Coppice.Server.Alerts.Rules;

/// <summary>The loop fails for a model.</summary>
public sealed class ModelLoopRule : IModelRule
{
    public string Code => AlertCodes.LoopFails;

    public AlertReading Look(ModelFacts facts) =>
        LoopReadings.Of(facts.Model.Name, facts.Loop, $"Labels of {facts.Model.Name} do not mature, nothing retrains it and nobody watches its champion meanwhile.");
}
