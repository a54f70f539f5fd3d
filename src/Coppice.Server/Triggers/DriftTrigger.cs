using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;

namespace Coppice.Server.Triggers;

/// <summary>
/// What the model has learnt no longer holds: errors have risen, labels have changed, or a third of the inputs has (methods 4.4, 4.6). Drift of scores, and of
/// inputs together, is a reason to look and no reason to learn.
/// </summary>
public sealed class DriftTrigger : ITrigger
{
    /// <summary>The share of inputs that makes their drift a reason.</summary>
    private const double MostInputs = 0.3;

    /// <summary>What a repair or a full retrain could not put right needs other labels, and those take their time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromDays(7);

    public string Name => TriggerNames.Drift;

    public TriggerAnswer Ask(TriggerFacts facts)
    {
        if (!facts.Options.Drift)
            return TriggerAnswer.Off;
        var reasons = facts.Drifted.Where(IsReason).ToList();
        if ((reasons.Find(view => !RepairPatience.HasAnswered(facts, view.Since)) ?? reasons.FirstOrDefault()) is not { } drifted)
            return new TriggerAnswer(TriggerState.Waiting, facts.Drifted.Count == 0 ? "nothing has drifted" : $"{facts.Drifted[0].View} have drifted, which is no reason to learn by itself");
        string sentence = $"{drifted.View} have drifted since {drifted.Since:yyyy-MM-dd}: {drifted.Sentence}";
        if (RepairPatience.HasAnswered(facts, drifted.Since))
            return new TriggerAnswer(TriggerState.Waiting, $"{drifted.View} have drifted since {drifted.Since:yyyy-MM-dd}, which the version of {facts.LastRepair!.At:yyyy-MM-dd} has answered");
        if (facts.LastFull is { } full && facts.Now - full < Pause)
            return new TriggerAnswer(TriggerState.Waiting, $"{drifted.View} have drifted; the last full retrain or repair is {(facts.Now - full).TotalDays:0.#} of {Pause.TotalDays:0} days ago");
        if (RepairPatience.WaitsFor(facts) is { } wait)
            return new TriggerAnswer(TriggerState.Waiting, $"{drifted.View} have drifted; {wait}");
        return facts.LabelsSinceLastRun == 0 || facts.HasToPause
            ? new TriggerAnswer(TriggerState.Waiting, $"{drifted.View} have drifted, no new label to learn from")
            : new TriggerAnswer(TriggerState.Due, sentence) { Strategy = facts.Repairs ? Strategies.Repair : Strategies.Full };
    }

    private static bool IsReason(DriftView view) =>
        view.View is DriftViews.Errors or DriftViews.Labels || (view.View == DriftViews.Inputs && view.Measured >= MostInputs);
}
