using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>Who learns the newest too well can forget what comes round again: a season, a kind of customer. Fresh labels do not show it.</summary>
public sealed class PastErasGate(GateOptions options) : IGate
{
    private const int MostTold = 5;

    public string Name => GateNames.PastEras;

    public string Code => "COP-GATE-010";

    public GateVerdict Judge(JudgementFacts facts)
    {
        double bound = options.MaxForgotten;
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There is no champion that remembers more.");
        if (facts.Eras.Count == 0)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "No quarter of the past holds enough rows that neither version has seen.");
        string gone = Gone([.. facts.Eras.Where(era => era.Harm is null).Select(era => era with { Segments = [] })]);
        List<EraComparison> counted = [.. facts.Eras.Where(era => era.Harm is not null)];
        if (counted.Count == 0)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, gone.TrimStart());
        List<Stratum> strata = [.. Stratum.Of(counted, options).OrderBy(stratum => stratum.Harm).ThenByDescending(stratum => stratum.Compared.RelativeDrop)];
        List<Stratum> forgotten = [.. strata.TakeWhile(stratum => stratum.Harm <= options.SignificanceLevel)];
        var worst = strata[0];
        int segments = strata.Count - counted.Count;
        string allowed = segments > 0 ? $"{bound:P1} (a segment by {options.MaxForgottenOfSegment:P1})" : $"{bound:P1}";
        if (forgotten.Count == 0)
        {
            string quarters = counted.Count == 1 ? "Not in the one quarter of the past" : $"In none of {counted.Count:N0} quarters of the past";
            string within = segments switch { 0 => "", 1 => " and 1 segment within", _ => $" and {segments:N0} segments within" };
            return GateVerdict.Of(
                this, GateOutcome.Passed, worst.Compared.RelativeDrop, worst.Bound, $"{quarters}{within} surely worse by more than {allowed}. Weakest: {worst}.{gone}");
        }

        string named = string.Join("; ", forgotten.Take(MostTold).Select(stratum => stratum.Surely()));
        string more = forgotten.Count > MostTold ? $"; and {forgotten.Count - MostTold:N0} more" : "";
        string sentence = $"Forgot what the champion knows of the past, surely more than {allowed}: {named}{more}.{gone}";
        return GateVerdict.Of(this, GateOutcome.Failed, worst.Compared.RelativeDrop, worst.Bound, sentence) with { Reason = DecisionReasons.Forgotten };
    }

    private string Gone(List<EraComparison> gone) => gone.Count == 0 ? "" :
        $" {gone.Count:N0} {(gone.Count == 1 ? "quarter" : "quarters")} before the world changed {(gone.Count == 1 ? "does" : "do")} not count: {string.Join("; ", Stratum.Of(gone, options))}.";
}
