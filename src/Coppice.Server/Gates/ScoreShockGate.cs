using System.Globalization;

namespace Coppice.Server.Gates;

/// <summary>People are called, and budgets spent, by who stands above a line; a version that moves too many across it surprises them, even when it is right.</summary>
public sealed class ScoreShockGate(GateOptions options) : IGate
{
    public string Name => GateNames.ScoreShock;

    public string Code => "COP-GATE-009";

    public GateVerdict Judge(JudgementFacts facts)
    {
        double bound = options.MaxCrossingOf(facts.Kind);
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There is no champion whose answers anybody acts on.");
        if (facts.Shock is not { } shock)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There are no rows to compare scores on.");
        string found = shock.Threshold is { } threshold
            ? $"{shock.Entering + shock.Leaving:N0} of {shock.Customers:N0} customers cross {threshold.ToString("0.##", CultureInfo.InvariantCulture)} ({shock.Crossing:P1} of {bound:P1} allowed): {shock.Entering:N0} come in, {shock.Leaving:N0} drop out, {shock.ChosenBefore:N0} → {shock.ChosenAfter:N0} chosen"
            : $"{shock.Leaving:N0} of the {shock.ChosenBefore:N0} customers in the top tenth are replaced ({shock.Crossing:P1} of {bound:P1} allowed)";
        string sentence = $"{found}. Movement {shock.Normalised:F3} of what the means allow; {shock.TopOverlap:P0} of the top tenth stay in it.";
        return shock.Crossing <= bound
            ? GateVerdict.Of(this, GateOutcome.Passed, shock.Crossing, bound, sentence)
            : GateVerdict.Of(this, GateOutcome.Failed, shock.Crossing, bound, sentence) with { Reason = DecisionReasons.ScoreShock };
    }
}
