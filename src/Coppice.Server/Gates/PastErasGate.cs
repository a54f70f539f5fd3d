using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>Who learns the newest too well can forget what comes round again: a season, a kind of customer. Fresh labels do not show it.</summary>
public sealed class PastErasGate(GateOptions options) : IGate
{
    public string Name => GateNames.PastEras;

    public string Code => "COP-GATE-010";

    public GateVerdict Judge(JudgementFacts facts)
    {
        double bound = options.MaxForgotten;
        if (!facts.HasChampion)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "There is no champion that remembers more.");
        if (facts.Eras.Count == 0)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, "No quarter of the past holds enough rows that neither version has seen.");
        string gone = Gone([.. facts.Eras.Where(era => era.Harm is null)]);
        List<EraComparison> counted = [.. facts.Eras.Where(era => era.Harm is not null)];
        if (counted.Count == 0)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, bound, gone.TrimStart());
        var worst = counted.MinBy(era => (era.Harm, -era.Compared.RelativeDrop))!;
        double drop = worst.Compared.RelativeDrop;
        if (worst.Harm > options.SignificanceLevel)
        {
            return GateVerdict.Of(
                this, GateOutcome.Passed, drop, bound, $"In none of {counted.Count:N0} quarters of the past surely worse by more than {bound:P1}. Weakest: {Words(worst)}.{gone}");
        }

        string forgotten = string.Join("; ", counted.Where(era => era.Harm <= options.SignificanceLevel).Select(Words));
        return GateVerdict.Of(this, GateOutcome.Failed, drop, bound, $"Forgot what the champion knows of the past, surely more than {bound:P1}: {forgotten}.{gone}") with
        {
            Reason = DecisionReasons.Forgotten,
        };
    }

    private static string Gone(List<EraComparison> gone) => gone.Count == 0 ? "" :
        $" {gone.Count:N0} {(gone.Count == 1 ? "quarter" : "quarters")} before the world changed {(gone.Count == 1 ? "does" : "do")} not count: {string.Join("; ", gone.Select(Words))}.";

    private static string Words(EraComparison era)
    {
        double drop = era.Compared.RelativeDrop;
        return $"{era.Era.Name}, {era.Compared.Rows:N0} rows, {(drop > 0 ? $"worse by {drop:P1}" : $"better by {-drop:P1}")}";
    }
}
