using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Audit;
using Coppice.Server.Storage;
using Coppice.Server.Training;

namespace Coppice.Server.Dashboard;

/// <summary>Reads what has changed since an earlier look: entries of the audit, and runs and alerts that began or ended, which it does not hold.</summary>
internal sealed class ChangeReader(Database database, AuditStore audit, RunStore runs, AlertStore alerts, TimeProvider time)
{
    /// <summary>After this many the rest is found at the next look.</summary>
    private const int Most = 500;

    private const int RunsSeen = 20;

    /// <summary>How things stand now.</summary>
    public ChangeMarks Mark() => database.Read(session => new ChangeMarks(audit.Newest(session), runs.Stands(session, RunsSeen), alerts.Stand(session)));

    /// <summary>Entries of the audit after a position, oldest first.</summary>
    public IReadOnlyList<ChangeEvent> After(long position) => database.Read(session => After(session, position));

    /// <summary>What has changed, and how things stand with it.</summary>
    public (IReadOnlyList<ChangeEvent> Changes, ChangeMarks Marks) Read(ChangeMarks before) => database.Read(session =>
    {
        var entries = After(session, before.Position);
        var stands = runs.Stands(session, RunsSeen);
        var alert = alerts.Stand(session);
        long position = entries.Count > 0 ? entries[^1].Position : before.Position;
        var now = time.GetUtcNow();
        var moved = stands.Except(before.Runs).Select(run => run.Model).Distinct().Select(model => new ChangeEvent(position, "run", model, now));
        ChangeEvent[] opened = alert == before.Alerts ? [] : [new ChangeEvent(position, "alert", null, now)];
        return ((IReadOnlyList<ChangeEvent>)[.. entries, .. moved, .. opened], new ChangeMarks(position, stands, alert));
    });

    private List<ChangeEvent> After(Session session, long position) =>
        [.. audit.After(session, position, Most).Select(entry => new ChangeEvent(entry.Id, entry.Action, entry.Model, entry.At))];
}

/// <summary>How things stood at a look.</summary>
internal sealed record ChangeMarks(long Position, IReadOnlyList<RunStand> Runs, (long Newest, long Open) Alerts);
