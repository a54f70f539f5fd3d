using Coppice.Server.Gates;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>
/// What got worse stays worse for weeks, and asks for a repair every day. One that cannot be judged is not begun; one that was held on some labels
/// needs far more of them, since an interval halves with four times the rows; and what a promoted repair has answered is no reason any more.
/// </summary>
internal static class RepairPatience
{
    /// <summary>Times as many labels as the last repair was held on.</summary>
    private const int Growth = 2;

    /// <summary>What another repair waits for, in words; null where it need not wait.</summary>
    public static string? WaitsFor(TriggerFacts facts)
    {
        if (facts.Missing is { } missing)
            return missing;
        return facts.LastRepair is { Outcome: DecisionOutcome.Hold } held && facts.FreshLabels < Growth * held.BlockRows
            ? $"the last repair could not be decided on {held.BlockRows:N0} labels; {facts.FreshLabels:N0} of {Growth * held.BlockRows:N0} are there for another"
            : null;
    }

    /// <summary>Whether what began at a time has been answered by a version that was promoted since.</summary>
    public static bool HasAnswered(TriggerFacts facts, DateTimeOffset? since) =>
        facts.LastRepair is { Outcome: DecisionOutcome.Promote } made && since < made.At;
}
