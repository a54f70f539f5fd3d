namespace Coppice.Server.Gates;

/// <summary>What a gate found. A verdict is not a boolean.</summary>
public enum GateOutcome
{
    Passed,
    Failed,
    NotEnoughData,
    NotApplicable,

    /// <summary>It did not let the version through, and a person has since.</summary>
    Overridden,
}

/// <summary>
/// One gate's answer: the value it measured, the bound it was held against, and one sentence for people.
/// The reason is what the decision says when this verdict decides.
/// </summary>
public sealed record GateVerdict(string Gate, string Code, GateOutcome Outcome, double? Measured, double? Bound, string Sentence)
{
    public string? Reason { get; init; }

    /// <summary>Further labelled rows after which the gate can tell, when it is known.</summary>
    public int? RowsNeeded { get; init; }

    public bool LetsThrough => Outcome is GateOutcome.Passed or GateOutcome.NotApplicable;

    internal static GateVerdict Of(IGate gate, GateOutcome outcome, double? measured, double? bound, string sentence) =>
        new(gate.Name, gate.Code, outcome, measured, bound, sentence);
}
