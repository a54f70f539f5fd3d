using System.Globalization;
using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>What the version has forgotten of quarters that are over, and about whom.</summary>
internal static class PastSection
{
    /// <summary>Of more the weakest are shown, and all of them folded away.</summary>
    private const int MostSegments = 16;

    private const int Weakest = 8;

    public static Html Write(VersionReport report)
    {
        if (report.Judgement is not { Eras.Count: > 0 } judged)
            return Html.Empty;
        List<Stratum> strata = [.. judged.Eras.SelectMany(era => (IEnumerable<Stratum>)[new(era, "everybody", era.Rows, era.Compared, era.PValue), .. era.Segments.Select(s => new Stratum(era, s.Segment, s.Rows, s.Compared, s.PValue))])];
        int segments = strata.Count - judged.Eras.Count;
        var weakest = strata.Where(stratum => !stratum.IsEra).OrderBy(stratum => stratum.PValue ?? 1).ThenBy(stratum => stratum.Share).Take(segments > MostSegments ? Weakest : segments).ToHashSet();
        return ReportPage.Section(
            "What has it forgotten?",
            $"Rows of past quarters that neither {judged.Against} nor this version has learnt from, by {ReportWords.Metric(judged.Eras[0].Compared.Metric)}. Better than the champion at the time is above zero, as a share of the champion's value. A p-value says how surprising the fall would be if it were no larger than allowed, corrected for all that was looked at; quarters before the world changed have none and reject nobody.",
            Table(strata.Where(stratum => stratum.IsEra || weakest.Contains(stratum))),
            weakest.Count < segments ? ReportPage.Folded($"All {ReportWords.Count(segments)} groups of customers", Table(strata)) : Html.Empty);
    }

    private static Html Table(IEnumerable<Stratum> strata)
    {
        List<Stratum> shown = [.. strata];
        // One wild quarter must not flatten the others: what reaches further runs out of its picture, and stands in figures beside it.
        double[] reaches = [.. shown.Select(stratum => Math.Abs(stratum.Share) + (stratum.HalfWidth ?? 0)).Order()];
        double reach = Math.Max(0.01, Math.Min(reaches[^1], 2 * reaches[reaches.Length / 2]));
        return ReportPage.Table(["quarter", "customers", "#rows", "#better by", "95 % interval", "#p"], shown.Select<Stratum, IReadOnlyList<Html>>(stratum =>
        [
            stratum.IsEra ? Html.Of($"{stratum.Era.Era}{(stratum.Era.Counts ? Html.Empty : Html.Of($"<p class=\"note\">before the world changed</p>"))}") : Html.Of($"<span class=\"calm\">{stratum.Era.Era}</span>"),
            Html.Of($"{stratum.Name}"),
            Html.Of($"{ReportWords.Count(stratum.Rows)}"),
            Html.Of($"{Percent(stratum.Share)}{(stratum.HalfWidth is { } half ? $" ±{ReportWords.Percent(half)}" : "")}"),
            Interval(stratum, reach),
            Html.Of($"{(stratum.PValue is { } p ? ReportWords.Chance(p) : "–")}"),
        ]));
    }

    private static Html Interval(Stratum stratum, double reach)
    {
        const double Width = 160;
        double X(double share) => Math.Clamp((Width / 2) + (share / reach * ((Width / 2) - 6)), 0, Width);
        Html whisker = stratum.HalfWidth is { } half ? Html.Of($"<path class=\"whisker\" d=\"M{X(stratum.Share - half)} 10H{X(stratum.Share + half)}\"/>") : Html.Empty;
        return Html.Of($"""
            <svg class="reach" viewBox="0 0 {Width} 20" role="img" aria-label="{Percent(stratum.Share)}{(stratum.HalfWidth is { } width ? $" plus or minus {ReportWords.Percent(width)}" : "")}"><path class="axis" d="M0 10H{Width}"/><path class="mark" d="M{Width / 2} 2V18"/>{whisker}<circle class="{(stratum.Era.Counts ? "dot" : "hollow")}" cx="{X(stratum.Share)}" cy="10" r="3.5"/></svg>
            """);
    }

    private static string Percent(double share) => (share > 0 ? "+" : share < 0 ? "−" : "") + Math.Abs(100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A quarter, or a group of customers in one.</summary>
    private sealed record Stratum(EraResponse Era, string Name, long Rows, MetricComparison Compared, double? PValue)
    {
        public bool IsEra => ReferenceEquals(Compared, Era.Compared);

        /// <summary>By how much this version is better, as a share of the champion's value.</summary>
        public double Share => (Compared.Improvement ?? 0) / Unit;

        public double? HalfWidth => Compared.HalfWidth / Unit;

        private double Unit => Compared.Champion is { } champion and not 0 ? Math.Abs(champion) : 1;
    }
}
