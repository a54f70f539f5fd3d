using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Gates;

/// <summary>What the gates said of a version and what persons made of it since: a gate that somebody let it past says so.</summary>
public sealed class DecisionVerdicts(DecisionStore decisions, OverrideStore overrides)
{
    /// <summary>In the order of the gates; empty where the version was never judged.</summary>
    public IReadOnlyList<VerdictResponse> Of(Session session, long versionId)
    {
        if (decisions.OfVersion(session, versionId) is not { } decision)
            return [];
        var verdicts = decision.ReadReport().Verdicts;
        return overrides.OfVersion(session, versionId)?.Describe() is { } act
            ? [.. verdicts.Select(verdict => act.Gates.Contains(verdict.Gate) ? Overridden(verdict, act) : verdict)]
            : verdicts;
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
