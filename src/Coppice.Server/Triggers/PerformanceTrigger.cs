using Coppice.Server.Evaluation;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;

namespace Coppice.Server.Triggers;

/// <summary>The champion surely achieves less than was promised when it was promoted, by more than is allowed.</summary>
public sealed class PerformanceTrigger : ITrigger
{
    public string Name => TriggerNames.Performance;

    public TriggerAnswer Ask(TriggerFacts facts)
    {
        if (facts.Options.PerformanceDrop is not { } allowed)
            return TriggerAnswer.Off;
        if (facts.Champion is not { } champion)
            return new TriggerAnswer(TriggerState.Waiting, "too few labels since the promotion to tell");
        string name = MetricDefinition.Find(facts.Model.Predicts, champion.Metric)!.DisplayName;
        string sentence = $"{name} {champion.Achieved:0.000} on {champion.Rows:N0} labels, promised {champion.Promised:0.000}";
        // One answer to one drop: what the last run could not put right needs labels it did not have.
        if (champion.Drop > allowed && champion.IsSure && RepairPatience.WaitsFor(facts) is { } wait)
            return new TriggerAnswer(TriggerState.Waiting, $"{sentence}; {wait}");
        return champion.Drop > allowed && champion.IsSure && facts.LabelsSinceLastRun >= (facts.Options.NewLabels ?? 1)
            ? new TriggerAnswer(TriggerState.Due, sentence) { Strategy = facts.Repairs ? Strategies.Repair : Strategies.Auto }
            : new TriggerAnswer(TriggerState.Waiting, sentence);
    }
}
