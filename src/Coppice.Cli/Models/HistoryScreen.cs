using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>How a history is shown.</summary>
internal enum HistoryForm
{
    Table,
    Plot,
}

/// <summary>The screen of <c>coppice history</c>.</summary>
internal static class HistoryScreen
{
    public static void Write(Screen screen, HistoryResponse history, HistoryForm form)
    {
        if (history.Points.Count == 0)
        {
            screen.Line($"{history.Model} has no versions yet.");
            screen.Hint($"coppice retrain {history.Model}");
            return;
        }

        HistoryPoint[] all = [.. history.Points.OrderBy(p => p.At)];
        HistoryPoint[] points = form == HistoryForm.Plot ? [.. all.TakeLast(HistoryPlot.MostPoints(screen.Width))] : all;
        string which = points.Length < all.Length
            ? $"the newest {points.Length} of {Figures.Count(all.Length)} versions"
            : Figures.Counted(all.Length, "version");
        string days = $"{Times.Day(points[0].At)} to {Times.Day(points[^1].At)}";
        screen.Line($"[bold]{history.Model}[/]  {MetricNames.Display(history.Metric)} of {which}, each on its own fresh labels, {days}");
        if (form == HistoryForm.Plot)
        {
            screen.Blank();
            foreach (string line in HistoryPlot.Draw(points, history.Deployments, MetricNames.Digits(history.Metric), screen.Width))
                screen.Line($"{line}");
            screen.Hint($"coppice versions {history.Model} --best {history.Metric}", $"coppice rollback {history.Model} --list");
        }
        else
        {
            Table(screen, history, points).Write(screen);
            screen.Hint($"coppice history {history.Model} --plot", $"coppice versions {history.Model} --best {history.Metric}");
        }
    }

    private static TextTable Table(Screen screen, HistoryResponse history, HistoryPoint[] points)
    {
        TextTable table = new TextTable().IndentedBy(2)
            .Left("version").Left("made").Left(MetricNames.Display(history.Metric)).Right("labels").Left("decision").Left("live", 1);
        foreach (HistoryPoint point in points)
        {
            IEnumerable<string> deployments = history.Deployments
                .Where(d => d.To == point.Version)
                .OrderBy(d => d.At)
                .Select(d => $"{(d.Kind == "rollback" ? "back" : "from")} {Times.Moment(d.At, screen.Now)}");
            table.Row(
                point.Version,
                Times.Moment(point.At, screen.Now),
                Figures.WithInterval(point.Value, point.HalfWidth, MetricNames.Digits(history.Metric)),
                Figures.Count(point.Rows),
                point.Override is { } act ? $"{point.Decision ?? "never judged"}, overridden by {act.By}" : point.Decision ?? "",
                string.Join(", ", deployments));
        }

        return table;
    }
}
