using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>What the change does to the people who act on scores.</summary>
internal static class ShockSection
{
    public static Html Write(VersionReport report)
    {
        if (report.Judgement is not { Shock: { } shock } judged)
            return Html.Empty;
        string who = shock.Source == "latest" ? $"{ReportWords.Counted(shock.Customers, "customer")} as they were then" : $"{ReportWords.Counted(shock.Customers, "row")} of labels";
        return ReportPage.Section(
            "Who moves?",
            $"Of {who}, scored by {judged.Against} and by this version, {ReportWords.Count(shock.DecileChanges)} change tenth; {Crossing(shock)}.",
            Html.Of($"<div class=\"pair\">{Grid(shock)}<div>{Chosen(shock)}</div></div>"),
            Largest(report, shock));
    }

    private static string Crossing(ShockResponse shock)
    {
        string allowed = $"{ReportWords.Percent(shock.Crossing)} of {ReportWords.Percent(shock.Bound)} allowed";
        return shock.Threshold is { } threshold
            ? $"{ReportWords.Count(shock.Entering + shock.Leaving)} cross {ReportWords.Number(threshold, 2)}, from where people act ({allowed})"
            : $"{ReportWords.Count(shock.Leaving)} of the {ReportWords.Count(shock.ChosenBefore)} in the top tenth are replaced ({allowed})";
    }

    private static Html Grid(ShockResponse shock) => shock.DecileMoves.Count == 0
        ? Html.Of($"<p class=\"note\">This version was judged before moves between tenths were kept with the decision.</p>")
        : Html.Of($"""
            <figure>{DecilesChart.Draw(shock.DecileMoves)}<figcaption>Customers by tenth of their score: framed are those who stay, the stronger the larger the share of their tenth so far. {ReportWords.Percent(shock.TopOverlap)} of the top tenth stay in it.</figcaption>
            {ReportPage.Folded("As a table", Tenths(shock.DecileMoves))}</figure>
            """);

    private static Html Tenths(IReadOnlyList<IReadOnlyList<long>> moves) => ReportPage.Table(
        ["tenth so far", .. moves.Select((_, tenth) => $"#to {tenth + 1}")],
        moves.Select<IReadOnlyList<long>, IReadOnlyList<Html>>((row, tenth) => [Html.Of($"{tenth + 1}"), .. row.Select(count => Html.Of($"{ReportWords.Count(count)}"))]));

    private static Html Chosen(ShockResponse shock)
    {
        long most = Math.Max(1, Math.Max(shock.ChosenBefore, shock.ChosenAfter));
        string line = shock.Threshold is { } threshold ? $"at {ReportWords.Number(threshold, 2)} or above" : "in the top tenth";
        return Html.Of($"""
            <h3 class="first">Who is acted on</h3><p>{ReportWords.Count(shock.ChosenBefore)} → {ReportWords.Counted(shock.ChosenAfter, "customer")} {line}.</p>
            <div class="bars">{ReportPage.Bar("stay", shock.ChosenBefore - shock.Leaving, most)}{ReportPage.Bar("drop out", shock.Leaving, most)}{ReportPage.Bar("come in", shock.Entering, most)}</div>
            """);
    }

    private static Html Largest(VersionReport report, ShockResponse shock)
    {
        if (shock.LargestMoves.Count == 0)
            return Html.Empty;
        string unit = report.Card.Predicts == "probability" ? "log-odds" : "the logarithm of the amount";
        return Html.Join(
            Html.Of($"<h3>The largest moves</h3><p class=\"note\">Nobody is named. Beside each input stands what it added to the score so far and adds now, in {unit}.</p>"),
            ReportPage.Table(["#so far", "#this version", "what is looked at differently"], shock.LargestMoves.Select<ScoreMove, IReadOnlyList<Html>>(move =>
            [
                Html.Of($"{Score(shock, move.Before)}"),
                Html.Of($"{Score(shock, move.After)}"),
                Html.Of($"{string.Join(" · ", move.Reasons.Select(reason => $"{reason.Words} {ReportWords.Signed(reason.Before, 2)} → {ReportWords.Signed(reason.After, 2)}"))}"),
            ])));
    }

    private static string Score(ShockResponse shock, double score) => ReportWords.Number(score, shock.Threshold is null ? 2 : 3);
}
