using Coppice.Server.Http;

namespace Coppice.Server.Overview;

/// <summary>Is it right?</summary>
public static class OverviewRegistration
{
    public static void AddOverview(this IServiceCollection services) => services
        .AddSingleton<WorkspaceStatus>()
        .AddSingleton<MaturityLedger>()
        .AddSingleton<WorkspaceStats>()
        .AddSingleton<VersionList>()
        .AddSingleton<CustomerView>()
        .AddSingleton<TimelineStore>()
        .AddSingleton<CustomerTimeline>()
        .AddSingleton<OverviewMetrics>()
        .AddSingleton<IReadinessCheck, DatabaseReadiness>()
        .AddSingleton<IReadinessCheck, ChampionReadiness>()
        .AddSingleton<IReadinessCheck, LoopReadiness>()
        .AddSingleton<ReadHealth>();

    public static void MapOverview(this WebApplication app)
    {
        app.Services.GetRequiredService<OverviewMetrics>();
        HealthEndpoints.Map(app);
        OverviewEndpoints.Map(app);
        CustomersEndpoints.Map(app);
    }
}
