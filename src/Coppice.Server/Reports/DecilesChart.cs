using System.Globalization;

namespace Coppice.Server.Reports;

/// <summary>Who is in which tenth of the scores before and after: whoever stays lies on the diagonal.</summary>
internal static class DecilesChart
{
    private const double Cell = 34;
    private const double Left = 30;
    private const double Top = 8;
    private const double Bottom = 40;

    /// <summary>A cell that holds all of its tenth is this strong; what is written in it stays readable by day and by night.</summary>
    private const double Strongest = 0.45;

    public static Html Draw(IReadOnlyList<IReadOnlyList<long>> moves)
    {
        int tenths = moves.Count;
        double side = Cell * tenths;
        return Html.Of($"""
            <svg viewBox="0 0 {Left + side + 8} {Top + side + Bottom}" role="img" aria-label="How many customers of each tenth of the scores so far are in each tenth afterwards">
            {Html.Join(moves.SelectMany((row, before) => row.Select((count, after) => Square(before, after, count, row.Sum(), tenths))))}
            <text x="{Left}" y="{Top + side + 16}">lowest</text><text x="{Left + (side / 2)}" y="{Top + side + 32}" text-anchor="middle">tenth by this version</text><text x="{Left + side}" y="{Top + side + 16}" text-anchor="end">highest</text>
            <g transform="translate(12 {Top + side}) rotate(-90)"><text>lowest</text><text x="{side / 2}" text-anchor="middle">tenth so far</text><text x="{side}" text-anchor="end">highest</text></g></svg>
            """);
    }

    private static Html Square(int before, int after, long count, long all, int tenths)
    {
        double x = Left + (Cell * after);
        double y = Top + (Cell * (tenths - 1 - before));
        // The root, or the few who move far would be too faint to see.
        double share = all == 0 ? 0 : Math.Sqrt((double)count / all) * Strongest;
        return Html.Of($"""
            <g><title>{ReportWords.Counted(count, "customer")} from tenth {before + 1} to tenth {after + 1}</title><rect class="heat" fill-opacity="{share}" x="{x + 1}" y="{y + 1}" width="{Cell - 2}" height="{Cell - 2}"/>{(before == after ? Outline(x, y) : Html.Empty)}{(count == 0 ? Html.Empty : Html.Of($"<text class=\"cell\" x=\"{x + (Cell / 2)}\" y=\"{y + (Cell / 2) + 4}\" text-anchor=\"middle\">{Short(count)}</text>"))}</g>
            """);
    }

    private static Html Outline(double x, double y) => Html.Of($"<rect class=\"stay\" x=\"{x + 1}\" y=\"{y + 1}\" width=\"{Cell - 2}\" height=\"{Cell - 2}\"/>");

    private static string Short(long count) => count < 10_000 ? count.ToString(CultureInfo.InvariantCulture) : $"{(count / 1_000.0).ToString("0", CultureInfo.InvariantCulture)}k";
}
