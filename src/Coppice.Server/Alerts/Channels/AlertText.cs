using System.Globalization;
using Coppice.Client;

namespace Coppice.Server.Alerts.Channels;

/// <summary>A message in words.</summary>
internal static class AlertText
{
    private const int LongestSubject = 150;

    public static string Subject(AlertMessage message)
    {
        string line = $"[{message.Workspace}] {Lead(message)}: {OneLine(message.Alert.Sentence)}";
        return line.Length <= LongestSubject ? line : line[..(LongestSubject - 1)] + "…";
    }

    public static string Body(AlertMessage message)
    {
        var alert = message.Alert;
        string end = alert.Closed is { } closed ? $", over since {Time(closed)}" : "";
        return $"""
            {Lead(message)}: {alert.Sentence}

            Since:       {Time(alert.Since)}{end}
            How bad:     {alert.HowBad}
            What to do:  {(alert.Closed is null ? alert.ToDo : "Nothing: it is over.")}
            Look:        {message.Link}

            {alert.Code}, alert {alert.Id} of {message.Workspace}. coppice alerts acknowledge {alert.Id} says that you look after it,
            coppice alerts silence {alert.Id} --for 7d that nobody need be told for a week.

            """;
    }

    private static string Lead(AlertMessage message) => message.Kind switch
    {
        MessageKinds.Closed => "over",
        MessageKinds.Worse => $"now {message.Alert.Severity}",
        MessageKinds.Reminder => $"still {message.Alert.Severity}",
        _ => message.Alert.Severity,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
