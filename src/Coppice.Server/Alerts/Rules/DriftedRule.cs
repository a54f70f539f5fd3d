using Coppice.Server.Drift;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>What customers look like, or what comes of them, is surely no longer what the champion has learnt. One alert for all views.</summary>
public sealed class DriftedRule : IModelRule
{
    public string Code => AlertCodes.Drifted;

    public AlertReading Look(ModelFacts facts)
    {
        if (facts.Drifted.Count == 0)
            return AlertReading.Fine;
        string model = facts.Model.Name;
        bool costs = facts.Drifted.Any(view => view.View == DriftViews.Errors);
        string views = string.Join(", ", facts.Drifted.Select(view => view.View));
        return AlertReading.Of(new AlertFinding(
            costs ? AlertSeverity.Critical : AlertSeverity.Warning,
            $"{model} sees another world than it has learnt ({views}): {facts.Drifted[0].Sentence}",
            facts.Drifted.Min(view => view.Since) ?? facts.Now,
            costs ? "Errors have grown: what it says comes true less often." : "Errors have not grown so far; they are known only once labels have matured.",
            $"coppice drift {model} says where. A source that broke is mended there; a world that changed is learnt: coppice retrain {model}",
            $"/v1/models/{model}/drift",
            views));
    }
}
