namespace Coppice.Server.Schedules;

/// <summary>When something is due for a model.</summary>
/// <param name="ModelId">Whose.</param>
/// <param name="Name">One of <see cref="ScheduleNames"/>.</param>
/// <param name="Cron">The times, as five-field cron.</param>
/// <param name="Zone">The time zone they are read in.</param>
/// <param name="LastFired">When it was last done.</param>
/// <param name="NextDue">When it is due; in the past where it has been missed.</param>
public sealed record Schedule(long ModelId, string Name, string Cron, string Zone, DateTimeOffset? LastFired, DateTimeOffset NextDue);
