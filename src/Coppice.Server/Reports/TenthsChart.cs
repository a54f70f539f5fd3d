using Coppice.Client;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Reports;

/// <summary>What was said beside what came true, by tenths of the rows.</summary>
internal static class TenthsChart
{
    private const double Width = 420;
    private const double Height = 260;
    private const double Left = 52;
    private const double Top = 16;
    private const double Bottom = 32;

    /// <summary>Bars of what came true with a mark at what was said.</summary>
    public static Html Bars(ModelCard card, IReadOnlyList<DecileResponse> tenths)
    {
        var scale = new ChartScale(0, tenths.Max(t => Math.Max(t.Predicted, t.Actual)), Top, Height - Bottom);
        double slot = (Width - Left - 8) / tenths.Count;
        return Html.Of($"""
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="What came true beside what was said, by tenths">{Grid(card, scale)}
            {Html.Join(tenths.Select((tenth, i) => Bar(card, tenth, i, scale, Left + (i * slot), slot)))}
            <text x="{Left}" y="{Height - 4}">lowest scores</text><text x="{Width - 8}" y="{Height - 4}" text-anchor="end">highest scores</text></svg>
            """);
    }

    /// <summary>Points on the diagonal say what comes true; the larger, the more rows.</summary>
    public static Html Calibration(ModelCard card, IReadOnlyList<DecileResponse> tenths)
    {
        double most = Math.Min(1, tenths.Max(t => Math.Max(t.Predicted, Interval(t).Upper)) * 1.05);
        var scale = new ChartScale(0, most, Top, Height - Bottom);
        double X(double value) => Left + (value / most * (Width - Left - 12));
        return Html.Of($"""
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="Calibration: what was said against what came true">{Grid(card, scale)}
            <path class="dash" d="M{X(0)} {scale.Y(0)}L{X(most)} {scale.Y(most)}"/>
            {Html.Join(tenths.Select(tenth => Point(card, tenth, scale, X(tenth.Predicted), tenths.Max(t => t.Rows))))}
            <text x="{Left}" y="{Height - 6}">0</text><text x="{(Left + Width) / 2}" y="{Height - 6}" text-anchor="middle">said</text><text x="{Width - 12}" y="{Height - 6}" text-anchor="end">{ReportWords.Tenth(card, most)}</text></svg>
            """);
    }

    private static Html Grid(ModelCard card, ChartScale scale) => Html.Join(scale.Ticks().Where(tick => tick >= 0).Select(tick => Html.Of(
        $"<path class=\"grid\" d=\"M{Left} {scale.Y(tick)}H{Width - 8}\"/><text x=\"{Left - 6}\" y=\"{scale.Y(tick) + 4}\" text-anchor=\"end\">{(tick == 0 ? "0" : card.Predicts == "probability" ? $"{100 * tick:0.#} %" : ReportWords.Number(tick, 2))}</text>")));

    private static Html Bar(ModelCard card, DecileResponse tenth, int place, ChartScale scale, double x, double slot) => Html.Of($"""
        <g><title>tenth {place + 1}: {ReportWords.Tenth(card, tenth.Actual)} came true, {ReportWords.Tenth(card, tenth.Predicted)} said, {ReportWords.Counted(tenth.Rows, "row")}</title>
        <rect class="fill" x="{x + (slot * 0.15)}" y="{scale.Y(tenth.Actual)}" width="{slot * 0.7}" height="{Math.Max(0.5, scale.Y(0) - scale.Y(tenth.Actual))}"/><path class="tick" d="M{x + (slot * 0.1)} {scale.Y(tenth.Predicted)}h{slot * 0.8}"/></g>
        """);

    private static Html Point(ModelCard card, DecileResponse tenth, ChartScale scale, double x, long most)
    {
        var (lower, upper) = Interval(tenth);
        return Html.Of($"""
            <g><title>{ReportWords.Tenth(card, tenth.Predicted)} said, {ReportWords.Tenth(card, tenth.Actual)} came true, {ReportWords.Counted(tenth.Rows, "row")}</title><path class="whisker" d="M{x} {scale.Y(lower)}V{scale.Y(upper)}"/><circle class="dot" cx="{x}" cy="{scale.Y(tenth.Actual)}" r="{3 + (2 * Math.Sqrt((double)tenth.Rows / most))}"/></g>
            """);
    }

    private static (double Lower, double Upper) Interval(DecileResponse tenth)
    {
        var interval = WilsonInterval.Of((int)Math.Round(Math.Clamp(tenth.Actual, 0, 1) * tenth.Rows), (int)tenth.Rows, 0.025);
        return (interval.Lower, interval.Upper);
    }
}
