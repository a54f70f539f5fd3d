using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Draws a metric over versions in characters: a mark and its interval per version, champions marked below.</summary>
internal static class HistoryPlot
{
    private const int Rows = 12;
    private const int WidestSlot = 9;
    private const int Margins = 14;
    private const char Promoted = '●';
    private const char NotPromoted = '○';

    /// <summary>How many versions a screen can show, one per column at the least.</summary>
    public static int MostPoints(int width) => width - Margins;

    public static IReadOnlyList<string> Draw(IReadOnlyList<HistoryPoint> points, IReadOnlyList<DeploymentResponse> deployments, int digits, int width)
    {
        HistoryPoint[] measured = [.. points.Where(p => p.Value is { } v && double.IsFinite(v))];
        if (measured.Length == 0)
            return ["  no version has this metric"];
        (double low, double high) = Range(measured);
        int[] ticks = [0, Rows / 3, 2 * Rows / 3, Rows - 1];
        string[] labels = [.. Enumerable.Range(0, Rows).Select(row => ticks.Contains(row) ? Figures.Metric(ValueAt(row, low, high), digits) : "")];
        int labelWidth = labels.Max(l => l.Length);
        int[] x = Columns(points.Count, width - labelWidth - 5);
        var canvas = new CharacterCanvas(x[^1] + 2, Rows);
        for (int i = 0; i < points.Count; i++)
            DrawPoint(canvas, x[i], points[i], low, high);

        var lines = new List<string>(Rows + 4);
        for (int row = 0; row < Rows; row++)
            lines.Add($"  {labels[row].PadLeft(labelWidth)} {(labels[row].Length > 0 ? '┤' : '│')}{canvas.Row(row)}".TrimEnd());
        string margin = new(' ', labelWidth + 4);
        lines.Add($"  {new string(' ', labelWidth)} └{new string('─', x[^1] + 2)}");
        lines.Add((margin + Marks(points, deployments, x)).TrimEnd());
        lines.Add((margin + Names(points, deployments, x, width - margin.Length)).TrimEnd());
        lines.Add($"  {Promoted} promoted  {NotPromoted} not promoted  │ 95 % interval  ▲ became champion  ▼ rolled back to");
        return lines;
    }

    private static (double Low, double High) Range(HistoryPoint[] points)
    {
        double low = points.Min(p => p.Value!.Value - (p.HalfWidth ?? 0));
        double high = points.Max(p => p.Value!.Value + (p.HalfWidth ?? 0));
        double margin = high > low ? 0 : Math.Max(Math.Abs(high) * 0.05, 0.001);
        return (low - margin, high + margin);
    }

    // As far apart as the widest slot allows.
    private static int[] Columns(int count, int room)
    {
        double step = count == 1 ? 0 : Math.Min(WidestSlot, (room - 4.0) / (count - 1));
        return [.. Enumerable.Range(0, count).Select(i => 2 + (int)Math.Round(i * step))];
    }

    private static void DrawPoint(CharacterCanvas canvas, int x, HistoryPoint point, double low, double high)
    {
        if (point.Value is not { } value || !double.IsFinite(value))
            return;
        int row = RowOf(value, low, high);
        if (point.HalfWidth is { } half)
        {
            int top = RowOf(value + half, low, high);
            int bottom = RowOf(value - half, low, high);
            for (int r = top; r <= bottom; r++)
                canvas.Draw(x, r, r == top && r < row ? '┬' : r == bottom && r > row ? '┴' : '│');
        }

        canvas.Draw(x, row, point.Decision == "promoted" ? Promoted : NotPromoted);
    }

    private static string Marks(IReadOnlyList<HistoryPoint> points, IReadOnlyList<DeploymentResponse> deployments, int[] x)
    {
        var canvas = new CharacterCanvas(x[^1] + 1, 1);
        for (int i = 0; i < points.Count; i++)
        {
            // A version that came back stands for more than its first promotion.
            DeploymentResponse? last = deployments.Where(d => d.To == points[i].Version).MaxBy(d => d.Number);
            if (last is not null)
                canvas.Draw(x[i], 0, last.Kind == "rollback" ? '▼' : '▲');
        }

        return canvas.Row(0);
    }

    // Champions are named first, then the first and the last version, then whatever still finds room.
    private static string Names(IReadOnlyList<HistoryPoint> points, IReadOnlyList<DeploymentResponse> deployments, int[] x, int room)
    {
        HashSet<string> champions = [.. deployments.Select(d => d.To)];
        var canvas = new CharacterCanvas(room, 1);
        IEnumerable<int> order = Enumerable.Range(0, points.Count)
            .OrderByDescending(i => i == points.Count - 1)
            .ThenByDescending(i => champions.Contains(points[i].Version))
            .ThenByDescending(i => i == 0);
        foreach (int i in order)
            canvas.TryWrite(Math.Max(0, x[i] - ((points[i].Version.Length - 1) / 2)), 0, points[i].Version);
        return canvas.Row(0);
    }

    private static int RowOf(double value, double low, double high) =>
        Math.Clamp((int)Math.Round((high - value) / (high - low) * (Rows - 1)), 0, Rows - 1);

    private static double ValueAt(int row, double low, double high) => high - ((high - low) * row / (Rows - 1));
}
