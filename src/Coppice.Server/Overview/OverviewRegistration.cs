namespace Coppice.Server.Overview;

/// <summary>Is it right?</summary>
public static class OverviewRegistration
{
    public static void AddOverview(this IServiceCollection services) => services
        .AddSingleton<WorkspaceStatus>()
        .AddSingleton<WorkspaceStats>()
        .AddSingleton<VersionList>()
        .AddSingleton<CustomerView>();

    public static void MapOverview(this WebApplication app)
    {
        OverviewEndpoints.Map(app);
        CustomersEndpoints.Map(app);
    }
}
