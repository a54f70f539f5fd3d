using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Alerts;

/// <summary>Somebody says that they have seen an alert and look after it: it is not repeated.</summary>
public sealed class AcknowledgeAlert(Database database, AlertStore alerts, AlertOverview overview, AuditStore audit, TimeProvider time)
{
    /// <summary>The first who says so stays.</summary>
    /// <exception cref="RequestException">There is no such alert.</exception>
    public Task<AlertResponse> RunAsync(long id, string by, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Write(session =>
        {
            var alert = alerts.Require(session, id);
            if (alert.AcknowledgedBy is null)
            {
                alert = alert with { AcknowledgedBy = by, AcknowledgedAt = time.GetUtcNow() };
                alerts.Update(session, alert);
                audit.Append(session, by, "acknowledge", $"alert {id}", new { alert.Code, alert.Sentence });
            }

            return overview.Describe(session, alert);
        }));
    }
}
