using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Workspaces;

/// <summary>The screen of <c>coppice stats</c>.</summary>
internal static class StatsScreen
{
    public static void Write(Screen screen, StatsResponse stats)
    {
        screen.Line($"{Figures.Counted(stats.Customers, "customer")} · database {Figures.Bytes(stats.DatabaseBytes)}");
        screen.Blank();
        TextTable counts = new TextTable().IndentedBy(2).Left().Right();
        counts.Row("profiles", Figures.Count(stats.Profiles));
        counts.Row("notes", Figures.Count(stats.Notes));
        counts.Row("outcomes", Figures.Count(stats.Outcomes));
        counts.Row("examples", Figures.Count(stats.Examples));
        counts.Row("predictions", Figures.Count(stats.Predictions));
        counts.Row("versions", Figures.Count(stats.Versions));
        counts.Write(screen);
        WriteEvents(screen, stats);
        WriteLabels(screen, stats);
        if (stats.Customers == 0)
            screen.Hint("coppice import events FILE");
        else
            screen.Hint("coppice status");
    }

    private static void WriteEvents(Screen screen, StatsResponse stats)
    {
        if (stats.Events.Count == 0)
            return;
        screen.Blank();
        TextTable events = new TextTable().IndentedBy(2).Left("event").Right("count").Left("first").Left("last").Right("value");
        foreach (EventTypeStats type in stats.Events)
        {
            string value = type.ValueSum is { } sum ? Figures.Amount(sum) : Figures.Missing;
            events.Row(type.Type, Figures.Count(type.Count), Times.Day(type.First), Times.Day(type.Last), value);
        }

        events.Write(screen);
    }

    private static void WriteLabels(Screen screen, StatsResponse stats)
    {
        if (stats.Labels.Count == 0)
            return;
        screen.Blank();
        TextTable labels = new TextTable().IndentedBy(2)
            .Left("labels").Left("source").Right("matured").Right("open").Right("corrected", 1).Right("mean");
        foreach (LabelStats line in stats.Labels)
        {
            string corrected = Figures.Count(line.Corrected);
            labels.Row(line.Model, line.Source, Figures.Count(line.Matured), Figures.Count(line.Open), corrected, Figures.Metric(line.Mean));
        }

        labels.Write(screen);
    }
}
