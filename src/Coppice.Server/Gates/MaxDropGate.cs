using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>G2: a brake on the measured values of the primary metric and of the co-guard.</summary>
public sealed class MaxDropGate(GateOptions options) : IGate
{
    public string Name => GateNames.MaxDrop;

    public string Code => "COP-GATE-004";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, options.MaxDrop, "There is no champion to fall behind.");
        PairedComparison? worst = Worse(facts.AgainstChampion, facts.CoGuard);
        if (worst is null)
        {
            return GateVerdict.Of(this, GateOutcome.NotEnoughData, null, options.MaxDrop, "The versions cannot be compared on these labels.") with
            {
                Reason = DecisionReasons.InsufficientLabels,
            };
        }
        string metric = MetricDefinition.Find(facts.Kind, worst.Metric)!.DisplayName;
        double drop = worst.RelativeDrop;
        string change = drop > 0 ? $"worse by {drop:P1}" : $"better by {-drop:P1}";
        return drop <= options.MaxDrop
            ? GateVerdict.Of(
                this, GateOutcome.Passed, drop, options.MaxDrop, $"Weakest against the champion: {metric}, {change}; a drop of {options.MaxDrop:P1} is fine.")
            : GateVerdict.Of(
                this, GateOutcome.Failed, drop, options.MaxDrop, $"{metric} is {change} than the champion's; {options.MaxDrop:P1} is allowed.") with
            {
                Reason = DecisionReasons.MaxDrop,
            };
    }

    private static PairedComparison? Worse(PairedComparison? primary, PairedComparison? coGuard)
    {
        if (primary is null || coGuard is null)
            return primary ?? coGuard;
        return coGuard.RelativeDrop > primary.RelativeDrop ? coGuard : primary;
    }
}
