namespace Coppice.Server.Quality;

/// <summary>What is noticed about files that come in.</summary>
public static class QualityRegistration
{
    public static void AddQuality(this IServiceCollection services) => services.AddSingleton<ImportStore>().AddSingleton<ImportInspections>();

    public static void MapQuality(this WebApplication app) => ImportsEndpoints.Map(app);
}
