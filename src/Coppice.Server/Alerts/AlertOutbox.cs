using Coppice.Server.Storage;

namespace Coppice.Server.Alerts;

/// <summary>Decides what is told of an alert. Nothing is sent here.</summary>
public sealed class AlertOutbox
{
    /// <summary>The alert as it is known to have been told.</summary>
    public Alert Tell(Session session, Alert alert, DateTimeOffset now) => alert.SilencedUntil <= now ? alert with { SilencedBy = null, SilencedUntil = null } : alert;

    public Alert TellEnd(Session session, Alert alert, DateTimeOffset now) => alert;
}
