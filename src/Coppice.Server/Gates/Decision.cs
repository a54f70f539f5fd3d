namespace Coppice.Server.Gates;

public enum DecisionOutcome
{
    Promote,
    Reject,
    Hold,
}

/// <summary>What becomes of a challenger, why, and what every gate found.</summary>
public sealed record Decision(DecisionOutcome Outcome, string Reason, string Sentence, IReadOnlyList<GateVerdict> Verdicts)
{
    /// <summary>Promoted on its own merit: the new yardstick for later non-inferiority (methods 1.5).</summary>
    public bool BecomesAnchor =>
        Outcome == DecisionOutcome.Promote && Reason is DecisionReasons.Superior or DecisionReasons.First;

    /// <summary>Further labelled rows after which a held decision can fall, when it is known.</summary>
    public int? RowsNeeded => Outcome == DecisionOutcome.Hold ? Verdicts.FirstOrDefault(verdict => !verdict.LetsThrough)?.RowsNeeded : null;

    /// <summary>
    /// Whether the block stays set aside because more labels would settle the decision. Otherwise its rows have decided and may train (methods 1.6).
    /// </summary>
    public bool KeepsBlock => Outcome == DecisionOutcome.Hold && (Reason == DecisionReasons.InsufficientLabels || RowsNeeded > 0);
}
