namespace Coppice.Server.Triggers;

/// <summary>What has changed, and what to do about it.</summary>
public static class TriggersRegistration
{
    public static void AddTriggers(this IServiceCollection services) => services
        .AddSingleton<StandingReader>()
        .AddSingleton<RecordDecision>()
        .AddSingleton<RunMetrics>()
        .AddSingleton<RetrainModel>()
        .AddSingleton<WatchChampion>();

    public static void MapTriggers(this WebApplication app) => RunsEndpoints.Map(app);
}
