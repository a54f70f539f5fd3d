namespace Coppice.Server.Schedules;

/// <summary>When something is due.</summary>
public static class SchedulesRegistration
{
    public static void AddSchedules(this IServiceCollection services) => services
        .AddSingleton<ScheduleStore>()
        .AddSingleton<ScheduleBook>();
}
