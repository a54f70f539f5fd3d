using Coppice.Server.Audit;
using Coppice.Server.Files;
using Coppice.Server.Quality;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Begins flows to the database.</summary>
public sealed class IngestFlows(GroupCommit commits, AuditStore audit, ImportInspections inspections, IngestSignal signal, ImportMetrics metrics, TimeProvider time)
{
    internal IngestFlow Begin(Intake intake, string name, string actor, RowTally? tally = null) =>
        new(intake, name, actor, commits, audit, signal, metrics, time)
        {
            Tally = tally ?? new RowTally(),
            Inspection = intake.Sent is { } sent ? inspections.Begin(intake.Kind.ToString().ToLowerInvariant(), name, actor, sent) : null,
        };
}
