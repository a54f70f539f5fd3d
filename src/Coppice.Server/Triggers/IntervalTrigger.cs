namespace Coppice.Server.Triggers;

/// <summary>The last run is long enough ago, and there is something new to learn from.</summary>
public sealed class IntervalTrigger : ITrigger
{
    public string Name => TriggerNames.Interval;

    public TriggerAnswer Ask(TriggerFacts facts)
    {
        if (facts.Options.Every is not { } every)
            return TriggerAnswer.Off;
        if (facts.LastRun is not { } last)
            return new TriggerAnswer(TriggerState.Waiting, "a first run");
        var due = (last.FinishedAt ?? last.StartedAt) + every;
        if (facts.Now < due)
            return new TriggerAnswer(TriggerState.Waiting, $"{due - facts.Now:d\\.hh\\:mm} of {every.TotalHours:0.#} hours left");
        return facts.LabelsSinceLastRun == 0 || facts.HasToPause
            ? new TriggerAnswer(TriggerState.Waiting, $"{every.TotalHours:0.#} hours are over, no new label")
            : new TriggerAnswer(TriggerState.Due, $"{every.TotalHours:0.#} hours since the last run, {facts.LabelsSinceLastRun:N0} new labels");
    }
}
