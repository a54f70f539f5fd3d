namespace Coppice.Server.Gates;

/// <summary>
/// Judges a challenger by all gates and decides by the first that does not let it through (methods 1.5): a failure rejects, too little data holds.
/// Later gates are judged all the same, because people want the whole picture.
/// </summary>
public sealed class DecisionRule
{
    private readonly IReadOnlyList<IGate> _gates;

    public DecisionRule(IReadOnlyList<IGate> gates)
    {
        ArgumentNullException.ThrowIfNull(gates);
        if (gates.All(gate => gate.Name != GateNames.Improvement))
        {
            string found = string.Join(", ", gates.Select(gate => gate.Name));
            throw new ArgumentException($"A decision needs the gate {GateNames.Improvement}; found {found}.", nameof(gates));
        }
        _gates = gates;
    }

    /// <summary>The built-in gates with the given bounds.</summary>
    public static DecisionRule Of(GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DecisionRule(GateNames.Gates(options));
    }

    public Decision Decide(JudgementFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        GateVerdict[] verdicts = [.. _gates.Select(gate => gate.Judge(facts))];
        if (verdicts.FirstOrDefault(verdict => !verdict.LetsThrough) is { } deciding)
        {
            DecisionOutcome outcome = deciding.Outcome == GateOutcome.Failed ? DecisionOutcome.Reject : DecisionOutcome.Hold;
            return new Decision(outcome, deciding.Reason ?? deciding.Gate, deciding.Sentence, verdicts);
        }
        return Promoted(facts, verdicts);
    }

    private static Decision Promoted(JudgementFacts facts, GateVerdict[] verdicts)
    {
        if (!facts.HasChampion)
            return new Decision(DecisionOutcome.Promote, DecisionReasons.First, "The first version: it passes the floor and beats a constant.", verdicts);
        GateVerdict won = verdicts.Last(verdict => verdict.Reason is DecisionReasons.Superior or DecisionReasons.NonInferiorFresh);
        return new Decision(DecisionOutcome.Promote, won.Reason!, won.Sentence, verdicts);
    }
}
