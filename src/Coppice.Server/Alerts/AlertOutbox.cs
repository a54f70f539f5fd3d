using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Alerts.Channels;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>
/// Decides what is told of an alert, and puts it where the channels find it: once when it opens, when it gets worse than was told, when it
/// outlasts a silence, and when it is over. Nothing is sent here.
/// </summary>
public sealed class AlertOutbox(DefinitionInForce workspace, IEnumerable<IAlertChannel> channels, AlertMessageStore messages, AlertOverview overview)
{
    /// <summary>Tells of an alert that is open, and gives it with what has been told.</summary>
    public Alert Tell(Session session, Alert alert, DateTimeOffset now)
    {
        var heard = alert.SilencedUntil <= now ? alert with { SilencedBy = null, SilencedUntil = null } : alert;
        var severity = AlertSeverities.Of(heard.Severity);
        if (heard.IsSilentAt(now) || severity < workspace.Alerts.AtLeast)
            return heard;
        if (heard.Told is null)
            return Post(session, heard, MessageKinds.Opened, now);
        if (severity > AlertSeverities.Of(heard.Told))
            return Post(session, heard, MessageKinds.Worse, now);
        return heard != alert && heard.AcknowledgedBy is null ? Post(session, heard, MessageKinds.Reminder, now) : heard;
    }

    /// <summary>Tells that an alert is over, to those who were told of it.</summary>
    public Alert TellEnd(Session session, Alert alert, DateTimeOffset now) =>
        alert.Told is null || alert.IsSilentAt(now) ? alert : Post(session, alert, MessageKinds.Closed, now);

    private Alert Post(Session session, Alert alert, string kind, DateTimeOffset now)
    {
        var told = alert;
        foreach (var channel in channels)
        {
            var message = new AlertMessage(0, kind, workspace.Name, now, workspace.Alerts.Address?.TrimEnd('/') + alert.Link, overview.Describe(session, alert));
            messages.Add(session, new WaitingMessage
            {
                AlertId = alert.Id,
                Channel = channel.Name,
                Kind = kind,
                Message = JsonSerializer.Serialize(message, CoppiceJson.Options),
                CreatedAt = now,
                NextAttempt = now,
            });
            told = alert with { Told = alert.Severity };
        }

        return told;
    }
}
