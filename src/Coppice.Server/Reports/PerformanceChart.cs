using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>A metric over time with its bands, the promise and the changes of champion.</summary>
internal static class PerformanceChart
{
    private const double Width = 560;
    private const double Height = 250;
    private const double Left = 44;
    private const double Right = 12;
    private const double Top = 28;
    private const double Bottom = 28;

    public static Html Draw(PerformanceResponse performance)
    {
        var points = performance.Points;
        double[] heights = [.. points.SelectMany(Reach), .. performance.Promised is { } bound ? [bound] : Array.Empty<double>()];
        if (heights.Length == 0)
            return Html.Of($"<p class=\"note\">None of them has come true yet.</p>");
        var scale = new ChartScale(heights.Min(), heights.Max(), Top, Height - Bottom);
        var first = points[0].From;
        double days = Math.Max(7, (points[^1].Until - first).TotalDays);
        double X(DateTimeOffset time) => Left + ((Width - Left - Right) * (time - first).TotalDays / days);
        double Middle(PerformancePoint point) => X(point.From + ((point.Until - point.From) / 2));
        var realised = points.Where(point => point.Value is not null).ToList();
        return Html.Of($"""
            <figure><svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{ReportWords.Metric(performance.Metric)} of answers over time">
            {Grid(performance.Metric, scale)}{Months(first, points[^1].Until, X)}{Promise(performance, scale)}{Changes(performance, first, points[^1].Until, X)}
            {Band(realised, scale, Middle)}{Curve(realised, scale, Middle)}{Html.Join(points.Select(point => Expected(performance.Metric, point, scale, Middle(point))))}{Html.Join(realised.Select(point => Dot(performance.Metric, point, scale, Middle(point))))}
            </svg></figure>
            """);
    }

    private static IEnumerable<double> Reach(PerformancePoint point)
    {
        if (point.Value is { } value)
        {
            yield return value - (point.HalfWidth ?? 0);
            yield return value + (point.HalfWidth ?? 0);
        }

        if (point.Estimated is { } expected)
        {
            yield return expected.Value - expected.HalfWidth;
            yield return expected.Value + expected.HalfWidth;
        }
    }

    private static Html Grid(string metric, ChartScale scale) => Html.Join(scale.Ticks().Select(tick => Html.Of(
        $"<path class=\"grid\" d=\"M{Left} {scale.Y(tick)}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{scale.Y(tick) + 4}\" text-anchor=\"end\">{ReportWords.Value(metric, tick)}</text>")));

    private static Html Months(DateTimeOffset first, DateTimeOffset last, Func<DateTimeOffset, double> x)
    {
        var starts = new List<DateTimeOffset>();
        for (var month = new DateTimeOffset(first.Year, first.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1); month < last; month = month.AddMonths(1))
            starts.Add(month);
        if (starts.Count < 2)
            return Html.Of($"<text x=\"{Left}\" y=\"{Height - 8}\">{ReportWords.Day(first)}</text><text x=\"{Width - Right}\" y=\"{Height - 8}\" text-anchor=\"end\">{ReportWords.Day(last.AddDays(-1))}</text>");
        int step = (int)Math.Ceiling(starts.Count / 7.0);
        // The last mark would run out of the picture.
        return Html.Join(starts.Where((start, i) => i % step == 0 && x(start) < Width - Right - 24).Select(start => Html.Of(
            $"<path class=\"axis\" d=\"M{x(start)} {Height - Bottom}v4\"/><text x=\"{x(start)}\" y=\"{Height - 8}\" text-anchor=\"middle\">{start.UtcDateTime.ToString(start.Month == 1 || starts.IndexOf(start) == 0 ? "MMM yy" : "MMM", System.Globalization.CultureInfo.InvariantCulture)}</text>")));
    }

    private static Html Promise(PerformanceResponse performance, ChartScale scale) => performance.Promised is not { } promised
        ? Html.Empty
        : Html.Of($"<path class=\"dash\" d=\"M{Left} {scale.Y(promised)}H{Width - Right}\"/><text x=\"{Left + 4}\" y=\"{scale.Y(promised) - 5}\">promised {(ReportWords.IsLessBetter(performance.Metric) ? "≤" : "≥")} {ReportWords.Value(performance.Metric, promised)}</text>");

    private static Html Changes(PerformanceResponse performance, DateTimeOffset first, DateTimeOffset last, Func<DateTimeOffset, double> x)
    {
        double free = 0;
        var parts = new List<Html>();
        foreach (var change in performance.Deployments.Where(d => d.At >= first && d.At < last))
        {
            double at = x(change.At);
            string arrow = change.Kind == "rollback" ? "▼ " : "";
            parts.Add(Html.Of($"<g><title>{change.To}, {change.Kind} on {ReportWords.Moment(change.At)} by {change.By}: {change.Reason}</title><path class=\"mark\" d=\"M{at} {Top - 6}V{Height - Bottom}\"/>"));
            // A name that finds no room is left to the title.
            if (at >= free)
            {
                parts.Add(Html.Of($"<text class=\"strong\" x=\"{at}\" y=\"{Top - 12}\" text-anchor=\"{(at > Width - 40 ? "end" : "middle")}\">{arrow}{change.To}</text>"));
                free = at + 12 + (7 * (arrow.Length + change.To.Length));
            }

            parts.Add(Html.Of($"</g>"));
        }

        return Html.Join(parts);
    }

    private static Html Band(List<PerformancePoint> points, ChartScale scale, Func<PerformancePoint, double> x)
    {
        var known = points.Where(point => point.HalfWidth is not null).ToList();
        if (known.Count < 2)
            return Html.Empty;
        var upper = known.Select(point => $"{Px(x(point))} {Px(scale.Y(point.Value!.Value + point.HalfWidth!.Value))}");
        var lower = known.AsEnumerable().Reverse().Select(point => $"{Px(x(point))} {Px(scale.Y(point.Value!.Value - point.HalfWidth!.Value))}");
        return Html.Of($"<path class=\"band\" d=\"M{string.Join('L', upper.Concat(lower))}Z\"/>");
    }

    private static Html Curve(List<PerformancePoint> points, ChartScale scale, Func<PerformancePoint, double> x) => points.Count < 2
        ? Html.Empty
        : Html.Of($"<path class=\"curve\" d=\"M{string.Join('L', points.Select(point => $"{Px(x(point))} {Px(scale.Y(point.Value!.Value))}"))}\"/>");

    private static Html Dot(string metric, PerformancePoint point, ChartScale scale, double x) => Html.Of(
        $"<circle class=\"dot\" cx=\"{x}\" cy=\"{scale.Y(point.Value!.Value)}\" r=\"3.5\"><title>{ReportWords.Day(point.From)}: {ReportWords.WithBand(metric, point.Value, point.HalfWidth)} on {ReportWords.Counted(point.Rows, "answer")} of {string.Join(", ", point.Versions.Select(v => v.Version))}</title></circle>");

    private static Html Expected(string metric, PerformancePoint point, ChartScale scale, double x) => point.Estimated is not { } expected
        ? Html.Empty
        : Html.Of($"<path class=\"whisker\" stroke-dasharray=\"2 3\" d=\"M{x} {scale.Y(expected.Value - expected.HalfWidth)}V{scale.Y(expected.Value + expected.HalfWidth)}\"/><circle class=\"hollow\" cx=\"{x}\" cy=\"{scale.Y(expected.Value)}\" r=\"4\"><title>{ReportWords.Day(point.From)}: {ReportWords.WithBand(metric, expected.Value, expected.HalfWidth)} expected of {ReportWords.Counted(point.Open, "answer")} whose labels are to come</title></circle>");

    private static string Px(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
