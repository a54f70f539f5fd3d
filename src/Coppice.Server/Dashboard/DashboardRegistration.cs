namespace Coppice.Server.Dashboard;

/// <summary>The pages people look at, and what tells them that something has changed.</summary>
public static class DashboardRegistration
{
    public static void AddDashboard(this IServiceCollection services) => services
        .AddSingleton<ChangeReader>()
        .AddSingleton<ChangeFeed>();

    public static void MapDashboard(this WebApplication app, string folder)
    {
        ChangesEndpoints.Map(app);
        DashboardEndpoints.Map(app, folder);
    }
}
