using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>What it predicts, what it learnt from, and by which settings: the model card.</summary>
internal static class LearningSection
{
    public static Html Write(VersionReport report)
    {
        var (card, version, training) = (report.Card, report.Version, report.Training);
        bool isChance = card.Predicts == "probability";
        string grew = version.Parent is { } parent ? $", on top of {parent}" : "";
        return ReportPage.Section(
            "What did it learn, and from what?",
            "",
            Html.Of($"<dl>"),
            Row("predicts", isChance ? "the chance that something comes true" : "an amount"),
            Row("what is true", card.Label),
            Row("label is ready", card.WindowDays + card.LagDays == 0 ? "as soon as it is reported" : $"{card.WindowDays:0.##} days after the question, and {card.LagDays:0.##} more for what is reported late"),
            Row("inputs", $"{ReportWords.Counted(version.Features, "input")} from {string.Join(", ", card.Inputs)}"),
            Row("left out", training.LeftOut.Count == 0 ? "nothing" : string.Join(", ", training.LeftOut)),
            Row("rows", $"{ReportWords.Counted(training.Rows, "row")}, {ReportWords.Day(training.From)} to {ReportWords.Day(training.Until)}, nothing known after {ReportWords.Moment(training.KnownBy)}"),
            Row(isChance ? "came true" : "mean amount", isChance ? $"{100 * training.BaseRate:0.0} % of them" : ReportWords.Number(training.BaseRate, 2)),
            Row("made", $"{ReportWords.Moment(version.CreatedAt)} by {version.Learner}, {version.Strategy}{grew}; run {training.Run}, {ReportWords.Plain(training.Trigger)}, started by {training.StartedBy}"),
            Row("fitted with", $"{training.Library}, seed {training.Seed}"),
            Html.Of($"</dl>"),
            Findings(version.DataFindings),
            Labels(report.Labels),
            version.Recipe is { } recipe ? ReportPage.Folded("Every setting", Html.Of($"<pre>{recipe}</pre>")) : Html.Empty);
    }

    private static Html Findings(IReadOnlyList<QualityFinding> findings) => findings.Count == 0 ? Html.Empty : Html.Join(
        Html.Of($"<h3>What was noticed about these rows</h3>"),
        ReportPage.Table(["code", "severity", "what was found"], findings.Select<QualityFinding, IReadOnlyList<Html>>(finding =>
            [Html.Of($"{finding.Code}"), Html.Of($"{finding.Severity}{(finding.Accepted ? ", accepted" : "")}"), Html.Of($"{finding.Sentence}")])));

    private static Html Labels(IReadOnlyList<LabelStats> labels) => labels.Count == 0 ? Html.Empty : Html.Join(
        Html.Of($"<h3>Labels of the model today</h3>"),
        ReportPage.Table(["source", "#matured", "#to come", "#complete", "#corrected", "#mean"], labels.Select<LabelStats, IReadOnlyList<Html>>(source =>
        [
            Html.Of($"{source.Source}"),
            Html.Of($"{ReportWords.Count(source.Matured)}"),
            Html.Of($"{ReportWords.Count(source.Open)}"),
            Html.Of($"{100.0 * source.Matured / Math.Max(1, source.Matured + source.Open):0} %"),
            Html.Of($"{ReportWords.Count(source.Corrected)}"),
            Html.Of($"{(source.Mean is { } mean ? ReportWords.Number(mean) : "–")}"),
        ])));

    private static Html Row(string name, string value) => Html.Of($"<dt>{name}</dt><dd>{value}</dd>");
}
