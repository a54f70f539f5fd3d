using Coppice.Server.Storage;

namespace Coppice.Server.Schedules;

/// <summary>
/// Keeps in the database when each model is due next. What fell due while no server ran is still due when one starts: once, however
/// often it was missed.
/// </summary>
public sealed class ScheduleBook(Database database, ScheduleStore store, TimeProvider time)
{
    /// <summary>Brings the schedules of a model in line with the definition file; a cron text of null is off.</summary>
    public IReadOnlyList<Schedule> Keep(long modelId, TimeZoneInfo zone, IReadOnlyDictionary<string, string?> crons)
    {
        var known = database.Read(session => store.List(session, modelId));
        var wanted = crons.Where(c => c.Value is not null).Select(c => Wanted(modelId, c.Key, c.Value!, zone, known)).OfType<Schedule>().ToList();
        var changed = wanted.Except(known).ToList();
        var gone = known.Where(k => wanted.All(w => w.Name != k.Name)).ToList();
        if (changed.Count + gone.Count > 0)
        {
            database.Write(session =>
            {
                changed.ForEach(schedule => store.Save(session, schedule));
                gone.ForEach(schedule => store.Remove(session, modelId, schedule.Name));
            });
        }

        return [.. wanted.OrderBy(s => s.NextDue)];
    }

    /// <summary>Notes that a schedule was done, however often it had been missed.</summary>
    public void Done(Schedule schedule)
    {
        var now = time.GetUtcNow();
        var next = CronTimes.Parse(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone)).Next(now);
        database.Write(session => store.Save(session, schedule with { LastFired = now, NextDue = next ?? DateTimeOffset.MaxValue }));
    }

    /// <summary>New times count from now: nothing has been missed by times that nobody had named.</summary>
    private Schedule? Wanted(long modelId, string name, string cron, TimeZoneInfo zone, IReadOnlyList<Schedule> known)
    {
        if (known.FirstOrDefault(k => k.Name == name && k.Cron == cron && k.Zone == zone.Id) is { } same)
            return same;
        return CronTimes.Parse(cron, zone).Next(time.GetUtcNow()) is { } next ? new Schedule(modelId, name, cron, zone.Id, null, next) : null;
    }
}
