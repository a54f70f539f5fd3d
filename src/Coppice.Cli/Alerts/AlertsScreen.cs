using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Alerts;

/// <summary>The screen of <c>coppice alerts</c>, and what other screens say of alerts.</summary>
internal static class AlertsScreen
{
    public static void Write(Screen screen, AlertList alerts)
    {
        if (alerts.Alerts.Count == 0)
            screen.Line($"Nothing is wrong.");
        foreach (AlertResponse alert in alerts.Alerts)
            Write(screen, alert);
        if (alerts.Channels.Count > 0)
            screen.Blank();
        foreach (ChannelStatus channel in alerts.Channels)
            WriteChannel(screen, channel);
        if (alerts.Channels.Count == 0)
            screen.Line($"Nobody is told of alerts: alerts: in coppice.yaml names a webhook, an e-mail or a file.");
        if (alerts.Alerts.FirstOrDefault(alert => alert is { Closed: null, AcknowledgedBy: null }) is { } open)
            screen.Hint($"coppice alerts acknowledge {open.Id}", $"coppice alerts silence {open.Id} --for 7d");
        else
            screen.Hint("coppice status");
    }

    public static void WriteChange(Screen screen, AlertResponse alert)
    {
        screen.Line($"alert {alert.Id}: {alert.Sentence}");
        screen.Line($"  {State(screen, alert)}");
    }

    /// <summary>A line for the top of other screens.</summary>
    public static void WriteLine(Screen screen, AlertResponse alert)
    {
        string state = alert.AcknowledgedBy is { } by ? $" ({by} looks after it)" : alert.SilencedUntil is not null ? " (silenced)" : "";
        screen.Line($"[yellow]![/] {alert.Severity} {alert.Id}: {alert.Sentence}{state}");
    }

    /// <summary>What is wrong with a way of telling people, or nothing.</summary>
    public static void WriteTrouble(Screen screen, ChannelStatus channel)
    {
        if (channel.Error is { } error)
            screen.Line($"[yellow]![/] {Figures.Counted(channel.Waiting, "alert message")} wait for the {channel.Channel}: {error}");
    }

    private static void Write(Screen screen, AlertResponse alert)
    {
        screen.Line($"[bold]{alert.Id}[/]  {alert.Severity}  {alert.Sentence}");
        screen.Line($"    since       {Times.Moment(alert.Since, screen.Now)}{(alert.Times > 1 ? $", {alert.Times} times" : "")}");
        screen.Line($"    how bad     {alert.HowBad}");
        if (alert.Closed is null)
            screen.Line($"    what to do  {alert.ToDo}");
        screen.Line($"    state       {State(screen, alert)}");
        screen.Line($"    more        {alert.Link} · {alert.Page}");
        screen.Blank();
    }

    private static string State(Screen screen, AlertResponse alert)
    {
        var parts = new List<string> { alert.Closed is { } closed ? $"over {Times.Moment(closed, screen.Now)}" : "open" };
        if (alert.AcknowledgedBy is { } by)
            parts.Add($"{by} looks after it since {Times.Moment(alert.AcknowledgedAt!.Value, screen.Now)}");
        if (alert.SilencedUntil is { } until)
            parts.Add($"silenced by {alert.SilencedBy} until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        return string.Join(" · ", parts);
    }

    private static void WriteChannel(Screen screen, ChannelStatus channel)
    {
        string last = channel.LastSent is { } at ? $"last message {Times.Moment(at, screen.Now)}" : "no message yet";
        string waiting = channel.Waiting > 0 ? $" · {channel.Waiting} waiting" : "";
        string lost = channel.GivenUp > 0 ? $" · {channel.GivenUp} given up" : "";
        screen.Line($"{channel.Channel} to {channel.Target}: {last}{waiting}{lost}");
        if (channel.Error is { } error)
            screen.Line($"  [yellow]![/] {error}");
    }
}
