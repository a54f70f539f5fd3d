using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Simulation;

/// <summary>The demo as dated lines.</summary>
internal static class DemoScreen
{
    private static readonly TimeSpan BetweenDays = TimeSpan.FromDays(30);

    public static async Task WriteAsync(Screen screen, string folder, IAsyncEnumerable<DemoLine> lines)
    {
        DateTimeOffset? lastDay = null;
        DemoLine? last = null;
        await foreach (DemoLine line in lines)
        {
            if (line.Kind != "day" && line.Kind != "end")
                WriteLine(screen, line);
            else if (line.Kind == "day" && (lastDay is null || line.At - lastDay >= BetweenDays))
            {
                lastDay = line.At;
                screen.Line($"{Times.Day(line.At)}  {Measured(line)}");
            }

            last = line;
        }

        if (last is not null)
            WriteEnd(screen, folder, last);
    }

    public static void WriteLine(Screen screen, DemoLine line) => screen.Line($"{Times.Day(line.At)}  {line.Text}");

    public static void WriteEnd(Screen screen, string folder, DemoLine last)
    {
        screen.Blank();
        if (last.Text.Length > 0)
            screen.Line($"{last.Text}");
        if (last.Models.Count > 0)
            Models(last.Models).Write(screen);
        string name = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
        screen.Hint($"coppice status --workspace {name}", $"coppice history purchase --plot --workspace {name}");
    }

    public static TextTable Models(IReadOnlyList<DemoModel> models)
    {
        TextTable table = new TextTable().IndentedBy(2).Left("model").Left("live").Left("metric").Right("now").Right("best possible").Right("labels");
        foreach (DemoModel model in models)
        {
            int digits = MetricNames.Digits(model.Metric);
            table.Row(
                model.Model,
                model.Champion ?? Figures.Missing,
                MetricNames.Display(model.Metric),
                Figures.Metric(model.Live, digits),
                Figures.Metric(model.BestPossible, digits),
                Figures.Count(model.Rows));
        }

        return table;
    }

    private static string Measured(DemoLine line)
    {
        IEnumerable<string> models = line.Models.Select(m =>
            m.Live is null
                ? $"{m.Model} {m.Champion ?? "untrained"}"
                : $"{m.Model} {m.Champion} {MetricNames.Display(m.Metric)} {Figures.Metric(m.Live)} of {Figures.Metric(m.BestPossible)}");
        return string.Join(" · ", models.Prepend($"{Figures.Count(line.Events)} events, {Figures.Count(line.Customers)} customers"));
    }
}
