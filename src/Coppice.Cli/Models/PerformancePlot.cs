using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Draws a metric over time in characters: solid what came true, hollow what is expected, the constant as a dotted line, changes of champion below.</summary>
internal static class PerformancePlot
{
    private const int Rows = 12;
    private const int WidestSlot = 6;
    private const char Realised = '●';
    private const char Expected = '○';
    private const char Constant = '·';

    public static IReadOnlyList<string> Draw(PerformanceResponse performance, int width)
    {
        int digits = MetricNames.Digits(performance.Metric);
        PerformancePoint[] points = [.. performance.Points.TakeLast(width - 16)];
        double[] values = [.. points.SelectMany(Values)];
        if (values.Length == 0)
            return ["  no answer has come true yet"];
        double low = values.Min();
        double high = values.Max() > low ? values.Max() : low + Math.Max(Math.Abs(low) * 0.05, 0.001);
        int[] ticks = [0, Rows / 3, 2 * Rows / 3, Rows - 1];
        string[] labels = [.. Enumerable.Range(0, Rows).Select(row => ticks.Contains(row) ? Figures.Metric(high - ((high - low) * row / (Rows - 1)), digits) : "")];
        int labelWidth = labels.Max(label => label.Length);
        int[] x = Columns(points.Length, width - labelWidth - 5);
        var canvas = new CharacterCanvas(x[^1] + 2, Rows);
        for (int i = 0; i < points.Length; i++)
            DrawPoint(canvas, x[i], points[i], value => Math.Clamp((int)Math.Round((high - value) / (high - low) * (Rows - 1)), -1, Rows));
        var lines = new List<string>(Rows + 4);
        for (int row = 0; row < Rows; row++)
            lines.Add($"  {labels[row].PadLeft(labelWidth)} {(labels[row].Length > 0 ? '┤' : '│')}{canvas.Row(row)}".TrimEnd());
        string margin = new(' ', labelWidth + 4);
        lines.Add($"  {new string(' ', labelWidth)} └{new string('─', x[^1] + 2)}");
        var (marks, names) = Changes(performance.Deployments, points, x, width - margin.Length);
        lines.Add((margin + marks).TrimEnd());
        lines.Add((margin + names).TrimEnd());
        lines.Add($"  {Times.Day(points[0].From)} to {Times.Day(points[^1].Until.AddDays(-1))}   {Realised} came true, │ 95 %   {Expected} expected   {Constant} constant   ▲ champion   ▼ back");
        return lines;
    }

    // The range belongs to what was achieved; a constant far below it would flatten everything.
    private static IEnumerable<double> Values(PerformancePoint point)
    {
        if (point.Value is { } value)
        {
            yield return value - (point.HalfWidth ?? 0);
            yield return value + (point.HalfWidth ?? 0);
        }

        if (point.Estimated is { } expected)
            yield return expected.Value;
    }

    private static int[] Columns(int count, int room)
    {
        double step = count == 1 ? 0 : Math.Min(WidestSlot, (room - 4.0) / (count - 1));
        return [.. Enumerable.Range(0, count).Select(i => 2 + (int)Math.Round(i * step))];
    }

    private static void DrawPoint(CharacterCanvas canvas, int x, PerformancePoint point, Func<double, int> rowOf)
    {
        if (point.Prior is { } prior)
            canvas.Draw(x, rowOf(prior), Constant);
        if (point.Value is { } value)
        {
            if (point.HalfWidth is { } half)
            {
                for (int row = rowOf(value + half); row <= rowOf(value - half); row++)
                    canvas.Draw(x, row, '│');
            }

            canvas.Draw(x, rowOf(value), Realised);
        }

        if (point.Estimated is { } expected)
            canvas.Draw(x, rowOf(expected.Value), Expected);
    }

    private static (string Marks, string Names) Changes(IReadOnlyList<DeploymentResponse> changes, PerformancePoint[] points, int[] x, int room)
    {
        var marks = new CharacterCanvas(x[^1] + 1, 1);
        var names = new CharacterCanvas(room, 1);
        foreach (DeploymentResponse change in changes.Reverse())
        {
            int at = Array.FindLastIndex(points, point => point.From <= change.At);
            if (at < 0)
                continue;
            marks.Draw(x[at], 0, change.Kind == "rollback" ? '▼' : '▲');
            names.TryWrite(Math.Max(0, x[at] - ((change.To.Length - 1) / 2)), 0, change.To);
        }

        return (marks.Row(0), names.Row(0));
    }
}
