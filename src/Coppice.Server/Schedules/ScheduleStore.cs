using Coppice.Server.Storage;

namespace Coppice.Server.Schedules;

/// <summary>When each model is due.</summary>
public sealed class ScheduleStore
{
    public IReadOnlyList<Schedule> List(Session session, long modelId) => session.Query<Schedule>(
        "SELECT model_id, name, cron, zone, last_fired, next_due FROM schedules WHERE model_id = @modelId ORDER BY next_due, name", new { modelId });

    public void Save(Session session, Schedule schedule) => session.Execute("""
        INSERT INTO schedules (model_id, name, cron, zone, last_fired, next_due) VALUES (@ModelId, @Name, @Cron, @Zone, @LastFired, @NextDue)
        ON CONFLICT (model_id, name) DO UPDATE SET cron = excluded.cron, zone = excluded.zone, last_fired = excluded.last_fired, next_due = excluded.next_due
        """, schedule);

    public void Remove(Session session, long modelId, string name) =>
        session.Execute("DELETE FROM schedules WHERE model_id = @modelId AND name = @name", new { modelId, name });
}
