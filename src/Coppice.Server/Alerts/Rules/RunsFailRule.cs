using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>Runs have failed one after the other. One that lacks labels, or that somebody stopped, says nothing.</summary>
public sealed class RunsFailRule : IModelRule
{
    private const int Often = 5;

    public string Code => AlertCodes.RunsFail;

    public AlertReading Look(ModelFacts facts)
    {
        var failed = facts.Runs.Where(run => run.State is RunStates.Done or RunStates.Failed).TakeWhile(run => run.State == RunStates.Failed).ToList();
        if (failed.Count == 0)
            return AlertReading.Fine;
        string model = facts.Model.Name;
        string reason = failed[0].ErrorCode is { } code ? $"{failed[0].Error} ({code})" : $"{failed[0].Error}";
        return AlertReading.Of(new AlertFinding(
            failed.Count >= Often ? AlertSeverity.Critical : failed.Count > 1 ? AlertSeverity.Warning : AlertSeverity.Notice,
            failed.Count == 1 ? $"The last run of {model} failed: {reason}" : $"The last {failed.Count} runs of {model} failed: {reason}",
            failed[^1].FinishedAt ?? failed[^1].StartedAt,
            facts.Champion is { } champion ? $"{model} answers by {champion} and learns nothing new meanwhile." : $"{model} has no champion yet and cannot answer.",
            $"Read the log of run {failed[0].Id}, mend what it names, then: coppice retrain {model}",
            $"/v1/runs/{failed[0].Id}/log",
            $"{failed[0].Id}"));
    }
}
