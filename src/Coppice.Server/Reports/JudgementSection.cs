using System.Globalization;
using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>Why it may answer, or may not: gates, comparisons, people.</summary>
internal static class JudgementSection
{
    public static Html Write(VersionReport report)
    {
        const string Title = "Why may it answer?";
        if (report.Judgement is not { } judged)
            return ReportPage.Section(Title, "It has never been judged.", Journal(report));
        string against = judged.Against is { } champion ? $" against {champion}" : "";
        string rows = judged.Rows == 0 ? "" : $" on {ReportWords.Counted(judged.Rows, "label")} of {ReportWords.Day(judged.From)} to {ReportWords.Day(judged.Until)}, {ReportWords.Count(judged.Positives)} of them {(report.Card.Predicts == "probability" ? "true" : "above zero")}; none had been learnt from";
        return ReportPage.Section(
            Title,
            $"{char.ToUpperInvariant(judged.Decision[0])}{judged.Decision[1..]} on {ReportWords.Moment(judged.At)}{against}{rows}.",
            Html.Of($"<p><strong>{judged.Sentence}</strong></p>"),
            Gates(judged.Verdicts),
            Compared(judged),
            Repaired(judged.Repair ?? []),
            Journal(report));
    }

    private static Html Gates(IReadOnlyList<VerdictResponse> verdicts) => verdicts.Count == 0 ? Html.Empty : Html.Join(
        Html.Of($"<h3>Gates</h3>"),
        ReportPage.Table(["verdict", "gate", "what was found"], verdicts.Select<VerdictResponse, IReadOnlyList<Html>>(verdict =>
        [
            Verdict(verdict.Outcome),
            Html.Of($"{ReportWords.Plain(verdict.Gate)}<p class=\"note\">{verdict.Code}</p>"),
            Html.Of($"{verdict.Sentence}"),
        ])));

    private static string Overridden(DeploymentResponse change) => change.Override switch
    {
        null => "",
        { Gates.Count: 0 } => " (it had never been judged)",
        { Gates: var gates } => $" (past the gates {string.Join(", ", gates.Select(ReportWords.Plain))})",
    };

    private static Html Verdict(string outcome)
    {
        var (shape, hue) = outcome switch
        {
            "passed" => ("✓", "good"),
            "failed" => ("✕", "bad"),
            "overridden" => ("!", "warn"),
            "not_enough_data" => ("…", "warn"),
            _ => ("–", "calm"),
        };
        return ReportPage.Verdict(outcome, shape, hue);
    }

    private static Html Compared(JudgementFigures judged)
    {
        if (judged.Comparisons.Count == 0)
            return Html.Empty;
        string moved = judged.MeanChange is { } change ? $"Scores moved by {ReportWords.Number(change)} on average{(judged.DecileChanges is { } deciles ? $"; {ReportWords.Counted(deciles, "customer")} changed decile" : "")}." : "";
        return Html.Join(
            Html.Of($"<h3>Against {judged.Against} on the same rows</h3>"),
            ReportPage.Table(["metric", "#before", "#this version", "#better by"], judged.Comparisons.Select<MetricComparison, IReadOnlyList<Html>>(comparison =>
            [
                Html.Of($"{ReportWords.Metric(comparison.Metric)}"),
                Html.Of($"{ReportWords.Value(comparison.Metric, comparison.Champion)}"),
                Html.Of($"{ReportWords.Value(comparison.Metric, comparison.Challenger)}"),
                Html.Of($"{(comparison.Improvement is { } better ? ReportWords.Signed(better, 4) : "–")} {(comparison.HalfWidth is { } half ? "±" + ReportWords.Number(half, 4) : "")}"),
            ])),
            moved.Length == 0 ? Html.Empty : Html.Of($"<p>{moved}</p>"));
    }

    private static Html Repaired(IReadOnlyList<RungResult> rungs) => rungs.Count == 0 ? Html.Empty : Html.Join(
        Html.Of($"<h3>What was tried, the cheapest first</h3>"),
        ReportPage.Table(["repair", "verdict", "why"], rungs.Select<RungResult, IReadOnlyList<Html>>(rung =>
            [Html.Of($"{rung.Rung}"), Html.Of($"{ReportWords.Plain(rung.Verdict)}"), Html.Of($"{rung.Sentence}")])));

    private static Html Journal(VersionReport report) => report.Deployments.Count == 0 ? Html.Empty : Html.Join(
        Html.Of($"<h3>Who let it answer, and why</h3>"),
        ReportPage.Table(["when", "what", "by", "reason"], report.Deployments.Select<DeploymentResponse, IReadOnlyList<Html>>(change =>
        [
            Html.Of($"{ReportWords.Moment(change.At)}"),
            Html.Of($"{change.Kind} of {change.To}{(change.From is { } from ? $", {from} before" : "")}{Steps(change)}"),
            Html.Of($"{change.By}{(change.Override?.ApprovedBy is { } second ? $", approved by {second}" : "")}"),
            Html.Of($"{change.Reason}{Overridden(change)}"),
        ])));

    /// <summary>How a version took over that did not do so at once.</summary>
    private static string Steps(DeploymentResponse change) => change.Steps.Count == 0
        ? ""
        : $", step by step: {string.Join(", ", change.Steps.Select(step => $"{(step.Share * 100).ToString("0.##", CultureInfo.InvariantCulture)} % of the customers from {ReportWords.Moment(step.At)}"))}";
}
