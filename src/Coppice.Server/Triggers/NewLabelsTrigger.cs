using Coppice.Server.Training;

namespace Coppice.Server.Triggers;

/// <summary>Enough labels have matured since the last decision.</summary>
public sealed class NewLabelsTrigger : ITrigger
{
    public string Name => TriggerNames.NewLabels;

    public TriggerAnswer Ask(TriggerFacts facts)
    {
        if (facts.Options.NewLabels is not { } wanted)
            return TriggerAnswer.Off;
        string counted = $"{facts.NewLabels:N0} of {wanted:N0} new labels";
        if (facts.NewLabels < wanted)
            return new TriggerAnswer(TriggerState.Waiting, counted);
        return facts.HasToPause
            ? new TriggerAnswer(TriggerState.Waiting, $"{counted}, but the last run {HowItEnded(facts)}; {facts.LabelsSinceLastRun:N0} of {wanted:N0} since then")
            : new TriggerAnswer(TriggerState.Due, counted);
    }

    private static string HowItEnded(TriggerFacts facts) => facts.LastRun?.State == RunStates.Skipped ? "had too little to learn from" : "failed";
}
