using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>Alerts as everything that tells of them reads them.</summary>
public sealed class AlertOverview(Database database, AlertStore alerts, ModelStore models)
{
    private const int MostClosed = 200;

    /// <summary>Open ones, the worst and newest first.</summary>
    public IReadOnlyList<AlertResponse> Open(Session session) =>
        [.. alerts.Open(session).OrderByDescending(alert => AlertSeverities.Of(alert.Severity)).ThenByDescending(alert => alert.Id).Select(alert => Describe(session, alert))];

    public IReadOnlyList<AlertResponse> Open() => database.Read(Open);

    /// <summary>Open ones, and after them the newest of those that are over.</summary>
    public IReadOnlyList<AlertResponse> All() => database.Read<IReadOnlyList<AlertResponse>>(session =>
        [.. Open(session), .. alerts.Before(session, long.MaxValue, MostClosed).Where(alert => alert.ClosedAt is not null).Select(alert => Describe(session, alert))]);

    public AlertResponse Describe(Session session, Alert alert) => new(
        alert.Id,
        alert.Code,
        CodePageEndpoints.Address(alert.Code),
        alert.ModelId == 0 ? null : models.Name(session, alert.ModelId),
        alert.Severity,
        alert.Sentence,
        alert.Since,
        alert.HowBad,
        alert.ToDo,
        alert.Link,
        alert.Times,
        alert.OpenedAt,
        alert.LastSeen,
        alert.ClosedAt,
        alert.AcknowledgedBy,
        alert.AcknowledgedAt,
        alert.SilencedBy,
        alert.SilencedUntil);
}
