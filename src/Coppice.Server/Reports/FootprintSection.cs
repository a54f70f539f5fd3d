using System.Globalization;
using Coppice.Client;
using Coppice.Server.Workspaces.Reading;

namespace Coppice.Server.Reports;

/// <summary>Size and time, beside the champion's.</summary>
internal static class FootprintSection
{
    public static Html Write(VersionReport report)
    {
        if (report.Judgement is not { Footprint: { } own } judged)
            return Html.Empty;
        string champion = judged.Against ?? "champion";
        double largest = Math.Max(own.SizeBytes, own.Champion?.SizeBytes ?? 0);
        double slowest = Math.Max(own.Milliseconds ?? 0, own.Champion?.Milliseconds ?? 0);
        string sentence = judged.Verdicts.FirstOrDefault(verdict => verdict.Gate == "footprint")?.Sentence ?? "";
        return ReportPage.Section(
            "What does it take to answer?",
            sentence,
            Html.Of($"""
                <div class="pair"><div><h3 class="first">Size</h3><div class="bars">{Size("this version", own, largest)}{(own.Champion is { } other ? Size($"champion {champion}", other, largest) : Html.Empty)}</div></div>
                <div><h3 class="first">One row alone, median</h3><div class="bars">{Time("this version", own, slowest)}{(own.Champion is { } before ? Time($"champion {champion}", before, slowest) : Html.Empty)}</div></div></div>
                """));
    }

    private static Html Size(string name, FootprintResponse footprint, double largest) =>
        ReportPage.Bar(name, footprint.SizeBytes, largest, SizeText.Round(footprint.SizeBytes));

    private static Html Time(string name, FootprintResponse footprint, double slowest) => footprint.Milliseconds is { } milliseconds
        ? ReportPage.Bar(name, milliseconds, slowest, $"{milliseconds.ToString("0.000", CultureInfo.InvariantCulture)} ms")
        : Html.Empty;
}
