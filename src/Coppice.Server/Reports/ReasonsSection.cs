using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>What moves its answers, and what is different from the version before.</summary>
internal static class ReasonsSection
{
    private const int Shown = 15;

    public static Html Write(VersionReport report)
    {
        var version = report.Version;
        if (version.Importance.Count == 0)
            return Html.Empty;
        double most = version.Importance[0].MeanAbsoluteContribution;
        string unit = report.Card.Predicts == "probability" ? "log-odds" : "the logarithm of the amount";
        return ReportPage.Section(
            "What moves its answers?",
            $"How far each input moves a score on average, in {unit}. Every single answer comes with its own reasons.",
            Html.Of($"<div class=\"bars\">{Html.Join(version.Importance.Take(Shown).Select(input => ReportPage.Bar(input.Words, input.MeanAbsoluteContribution, most, ReportWords.Number(input.MeanAbsoluteContribution))))}</div>"),
            Changed(version));
    }

    private static Html Changed(VersionResponse version)
    {
        if (version.Moved.Count + version.AddedFeatures.Count + version.RemovedFeatures.Count == 0)
            return Html.Empty;
        var parts = new List<Html> { Html.Of($"<h3>What changed from the champion at the time</h3>") };
        if (version.AddedFeatures.Count > 0)
            parts.Add(Html.Of($"<p>New inputs: {string.Join(", ", version.AddedFeatures)}</p>"));
        if (version.RemovedFeatures.Count > 0)
            parts.Add(Html.Of($"<p>Inputs no longer there: {string.Join(", ", version.RemovedFeatures)}</p>"));
        if (version.Moved.Count > 0)
        {
            parts.Add(ReportPage.Table(["input", "#before", "#this version"], version.Moved.Select<ImportanceMove, IReadOnlyList<Html>>(move =>
                [Html.Of($"{move.Words}"), Html.Of($"{ReportWords.Number(move.First)}"), Html.Of($"{ReportWords.Number(move.Second)}")])));
        }

        return Html.Join(parts);
    }
}
