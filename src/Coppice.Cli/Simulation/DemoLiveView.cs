using Coppice.Cli.Terminal;
using Coppice.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Coppice.Cli.Simulation;

/// <summary>The demo at a terminal: the year's progress and the models in place, decisions scrolling above them.</summary>
internal static class DemoLiveView
{
    private const int WidestBar = 40;

    public static async Task ShowAsync(Screen screen, string folder, IAsyncEnumerable<DemoLine> lines)
    {
        DemoLine? last = null;
        await screen.Console.Live(new Text("")).AutoClear(true).StartAsync(async live =>
        {
            await foreach (DemoLine line in lines)
            {
                last = line.Models.Count > 0 || last is null ? line : line with { Models = last.Models };
                if (line.Kind is not ("day" or "end"))
                    DemoScreen.WriteLine(screen, line);
                live.UpdateTarget(Frame(last, screen.Width));
            }
        });
        if (last is not null)
            DemoScreen.WriteEnd(screen, folder, last);
    }

    public static IRenderable Frame(DemoLine line, int width)
    {
        string share = $"{line.Fraction * 100:F0} %";
        string counts = $"{Figures.Count(line.Events)} events, {Figures.Count(line.Customers)} customers";
        int bar = Math.Clamp(width - share.Length - counts.Length - 15, 0, WidestBar);
        int filled = (int)Math.Round(Math.Clamp(line.Fraction, 0, 1) * bar);
        var table = new Table().Border(TableBorder.None);
        foreach (string header in new[] { "model", "live", "metric", "now", "best possible", "labels" })
        {
            Justify side = header is "now" or "best possible" or "labels" ? Justify.Right : Justify.Left;
            table.AddColumn(new TableColumn(new Markup($"[dim]{header}[/]")) { Alignment = side });
        }

        foreach (DemoModel model in line.Models)
        {
            table.AddRow(
                Markup.Escape(model.Model),
                model.Champion ?? Figures.Missing,
                MetricNames.Display(model.Metric),
                $"[bold]{Figures.Metric(model.Live, MetricNames.Digits(model.Metric))}[/]",
                Figures.Metric(model.BestPossible, MetricNames.Digits(model.Metric)),
                Figures.Count(model.Rows));
        }

        return new Rows(
            new Text(""),
            new Markup($"{Times.Day(line.At)}  [green]{new string('━', filled)}[/][dim]{new string('─', bar - filled)}[/] {share}  {counts}"),
            new Padder(table, new Padding(1, 0, 0, 0)));
    }
}
