using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Alerts;

/// <summary>Nobody is told of an alert for a while, also where it ends and begins again. It stays in lists.</summary>
public sealed class SilenceAlert(Database database, AlertStore alerts, AlertOverview overview, AuditStore audit, TimeProvider time)
{
    /// <summary>A length of zero ends the silence.</summary>
    /// <exception cref="RequestException">There is no such alert.</exception>
    public Task<AlertResponse> RunAsync(long id, TimeSpan length, string by, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Write(session =>
        {
            DateTimeOffset? until = length > TimeSpan.Zero ? time.GetUtcNow() + length : null;
            var alert = alerts.Require(session, id) with { SilencedBy = until is null ? null : by, SilencedUntil = until };
            alerts.Update(session, alert);
            audit.Append(session, by, "silence", $"alert {id}", new { alert.Code, until });
            return overview.Describe(session, alert);
        }));
    }
}
