using Coppice.Client;

namespace Coppice.Server.Gates;

/// <summary>What the gates said of a version and what persons made of it since: a gate that somebody let it past says so.</summary>
public static class DecisionVerdicts
{
    /// <summary>In the order of the gates; empty where the version was never judged.</summary>
    /// <param name="report">Its decision's; null where it was never judged.</param>
    /// <param name="act">Who let it past gates; null where nobody did.</param>
    public static IReadOnlyList<VerdictResponse> Of(DecisionReport? report, OverrideResponse? act)
    {
        var verdicts = report?.Verdicts ?? [];
        return act is null ? verdicts : [.. verdicts.Select(verdict => act.Gates.Contains(verdict.Gate) ? Overridden(verdict, act) : verdict)];
    }

    /// <summary>The gates that did not let a version through, as it was decided.</summary>
    public static IReadOnlyList<string> Blocking(DecisionRecord? decision)
    {
        string[] blocking = [GateWords.Of(GateOutcome.Failed), GateWords.Of(GateOutcome.NotEnoughData)];
        return decision is null ? [] : [.. decision.ReadReport().Verdicts.Where(verdict => blocking.Contains(verdict.Outcome)).Select(verdict => verdict.Gate)];
    }

    private static VerdictResponse Overridden(VerdictResponse verdict, OverrideResponse act) => verdict with
    {
        Outcome = GateWords.Of(GateOutcome.Overridden),
        Sentence = $"{verdict.Sentence} Overridden by {act.By}{(act.ApprovedBy is { } second ? $", approved by {second}" : "")}: {act.Reason}",
        Override = act,
    };
}
