using Coppice.Client;
using Coppice.Server.Gates;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>A repair rung by rung, in the words of the wire.</summary>
internal sealed class RepairReport(RepairRule rule, GateOptions options)
{
    /// <summary>Every rung, the cheapest first.</summary>
    /// <param name="planned">All that could come up.</param>
    /// <param name="tried">Those that were fitted and judged.</param>
    /// <param name="winner">The place among <paramref name="tried"/> of the one that wins; null where none does.</param>
    public IReadOnlyList<RungResult> Of(IReadOnlyList<PlannedRung> planned, IReadOnlyList<TriedRung> tried, int? winner)
    {
        var chosen = winner is { } place ? tried[place] : null;
        return [.. planned.Select(rung => tried.FirstOrDefault(t => t.Rung == rung.Rung) is { } one ? Tried(one, chosen) : NotTried(rung, chosen))];
    }

    private RungResult Tried(TriedRung rung, TriedRung? chosen)
    {
        var judgement = rung.Trial.Judgement;
        string verdict = rung == chosen ? "chosen" : judgement.Decision.Outcome == DecisionOutcome.Promote ? "passed" : GateWords.Of(judgement.Decision.Outcome);
        string sentence = verdict switch
        {
            "chosen" => rule.Restores(judgement) ? "keeps what was promised" : $"passes the gates, and no rung is better by more than {options.NonInferiorityMargin:P0}",
            "passed" => Against(judgement, chosen!),
            _ => judgement.Decision.Sentence,
        };
        return new RungResult(rung.Rung, verdict, sentence, judgement.Comparisons.Count > 0 ? judgement.Comparisons[0] : null, rung.Seconds);
    }

    private string Against(Judgement judgement, TriedRung chosen)
    {
        string name = RepairRungs.Done(chosen.Rung);
        return rule.Between(judgement, chosen.Trial.Judgement) switch
        {
            { Improvement: > 0 } better => $"passes, but {name} is better by {better.Improvement:G2}",
            _ => $"passes, but {name} is cheaper and as good",
        };
    }

    private static RungResult NotTried(PlannedRung rung, TriedRung? chosen) => rung.Plan is null
        ? new RungResult(rung.Rung, rung.IsMoved ? "moved" : "left_out", rung.LeftOut, null, 0)
        : new RungResult(rung.Rung, "not_needed", chosen is null ? "the fresh labels are too few to judge any rung" : $"{RepairRungs.Done(chosen.Rung)} is enough", null, 0);
}
