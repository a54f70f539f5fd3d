namespace Coppice.Server.Reports;

/// <summary>What speaks for and against a version, in one piece.</summary>
public static class ReportsRegistration
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<ReportVersion>();

    public static void MapReports(this WebApplication app) => ReportsEndpoints.Map(app);
}
