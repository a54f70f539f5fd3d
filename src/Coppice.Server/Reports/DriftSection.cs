using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>What is different from what it has learnt, the worst first.</summary>
internal static class DriftSection
{
    private const int Shown = 8;

    public static Html Write(VersionReport report)
    {
        if (report.Drift is not { } drift)
            return Html.Empty;
        var differs = drift.Inputs.Where(input => input.Differs).Take(Shown).ToList();
        return ReportPage.Section(
            "What is different out there?",
            drift.Sentence,
            ReportPage.Table(["verdict", "what", "what was found"], drift.Views.Select<DriftView, IReadOnlyList<Html>>(view =>
                [Verdict(view), Html.Of($"{view.View}<p class=\"note\">{view.Code}</p>"), Html.Of($"{view.Sentence}")])),
            differs.Count == 0 ? Html.Empty : Html.Join(
                Html.Of($"<h3>Inputs that differ, those that move scores most first</h3>"),
                ReportPage.Table(["input", "#was", "#is", "#moves the score"], differs.Select<InputDrift, IReadOnlyList<Html>>(input =>
                [
                    Html.Of($"{input.Words}"),
                    Html.Of($"{(input.MeanBefore is { } was ? ReportWords.Number(was, 2) : "–")}"),
                    Html.Of($"{(input.MeanNow is { } now ? ReportWords.Number(now, 2) : "–")}"),
                    Html.Of($"{ReportWords.Signed(input.ScoreChange)}"),
                ]))));
    }

    private static Html Verdict(DriftView view)
    {
        var (shape, hue) = view.Verdict switch
        {
            "steady" => ("✓", "good"),
            "suspected" => ("?", "warn"),
            "drifted" => ("✕", "bad"),
            _ => ("…", "calm"),
        };
        return ReportPage.Verdict(view.Verdict, shape, hue);
    }
}
