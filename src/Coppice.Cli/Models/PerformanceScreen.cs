using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>The screen of <c>coppice performance</c>.</summary>
internal static class PerformanceScreen
{
    public static void Write(Screen screen, PerformanceResponse performance, HistoryForm form)
    {
        string metric = MetricNames.Display(performance.Metric);
        if (performance.Points.Count == 0)
        {
            screen.Line($"{performance.Model} has not been asked yet.");
            screen.Hint("coppice predict FILE", "coppice status");
            return;
        }

        screen.Line($"[bold]{performance.Model}[/]  {metric} of its answers by {performance.By}, each scored once, when its label matured");
        if (form == HistoryForm.Plot)
        {
            screen.Blank();
            foreach (string line in PerformancePlot.Draw(performance, screen.Width))
                screen.Line($"{line}");
        }
        else
            Table(screen, performance, metric).Write(screen);
        screen.Blank();
        WriteSummary(screen, performance, metric);
        if (form == HistoryForm.Plot)
            screen.Hint($"coppice drift {performance.Model}", $"coppice history {performance.Model}");
        else
            screen.Hint($"coppice performance {performance.Model} --plot", $"coppice drift {performance.Model}");
    }

    private static TextTable Table(Screen screen, PerformanceResponse performance, string metric)
    {
        TextTable table = new TextTable().IndentedBy(2)
            .Left(performance.By).Right("labels").Left(metric).Right("prior", 2).Right("no change", 1).Left("by", 3).Left("to come");
        int shown = 0;
        foreach (PerformancePoint point in performance.Points)
        {
            for (; shown < performance.Deployments.Count && performance.Deployments[shown].At < point.Until; shown++)
                table.Wide($"{Change(performance.Deployments[shown])} {Times.Moment(performance.Deployments[shown].At, screen.Now)}");
            table.Row(
                Times.Day(point.From),
                Figures.Count(point.Rows),
                Value(performance.Metric, point.Value, point.HalfWidth),
                Value(performance.Metric, point.Prior, null),
                Value(performance.Metric, point.NoChange, null),
                string.Join(", ", point.Versions.Select(v => v.Version)),
                Waiting(performance.Metric, point));
        }

        return table;
    }

    private static string Change(DeploymentResponse change) => change.Kind == "rollback" ? $"▼ back to {change.To}" : $"▲ {change.To}";

    private static string Waiting(string metric, PerformancePoint point) => point switch
    {
        { Open: 0 } => "",
        { Estimated: { } expected } => $"{Figures.Count(point.Open)}, {Value(metric, expected.Value, expected.HalfWidth)} expected",
        _ => Figures.Count(point.Open),
    };

    private static void WriteSummary(Screen screen, PerformanceResponse performance, string metric)
    {
        if (performance.Newest is { } newest)
        {
            string promised = performance.Promised is { } bound ? $" · promised {MetricNames.Direction(performance.Metric)} {Value(performance.Metric, bound, null)}" : "";
            screen.Line($"  newest {Figures.Counted(newest.Rows, "answer")} that came true: {metric} {Value(performance.Metric, newest.Value, newest.HalfWidth)}{promised}");
        }

        if (performance.Points.LastOrDefault(point => point.Estimated?.Bias is not null)?.Estimated is { Bias: { } bias } expected)
        {
            string off = $"{Value(performance.Metric, Math.Abs(bias), null)} too {(bias > 0 ? "high" : "low")}";
            screen.Line($"  such expectations were {off} on the newest answers that came true");
        }

        if (performance.Fading.Count > 0)
            screen.Line($"  running mean of about the last 1,000: {string.Join(" · ", performance.Fading.Select(f => $"{MetricNames.Display(f.Metric)} {Value(f.Metric, f.Value, null)}"))}");
        if (performance.KappaOverPersistence is { } kappa)
            screen.Line($"  newest week: {Figures.Metric(performance.KappaOverChance)} of the way from guessing to right, {Figures.Metric(kappa)} from repeating the label before");
    }

    private static string Value(string metric, double? value, double? halfWidth) =>
        value is null ? Figures.Missing : Figures.WithInterval(value, halfWidth, MetricNames.Digits(metric));
}
