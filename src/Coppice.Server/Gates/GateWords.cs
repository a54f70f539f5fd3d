namespace Coppice.Server.Gates;

/// <summary>Outcomes as stored and answered.</summary>
public static class GateWords
{
    public static string Of(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Passed => "passed",
        GateOutcome.Failed => "failed",
        GateOutcome.NotEnoughData => "not_enough_data",
        GateOutcome.NotApplicable => "not_applicable",
        _ => "overridden",
    };

    public static string Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Promote => "promoted",
        DecisionOutcome.Reject => "rejected",
        _ => "held",
    };

    /// <summary>The outcome that a word stands for.</summary>
    public static DecisionOutcome OutcomeOf(string word) => word switch
    {
        "promoted" => DecisionOutcome.Promote,
        "rejected" => DecisionOutcome.Reject,
        _ => DecisionOutcome.Hold,
    };
}
