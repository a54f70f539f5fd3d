namespace Coppice.Server.Models;

/// <summary>Versions.</summary>
public static class ModelsRegistration
{
    public static void AddModels(this IServiceCollection services) => services
        .AddSingleton<VersionStore>()
        .AddSingleton<CompanionStore>()
        .AddSingleton<VersionLoader>()
        .AddSingleton<VersionFile>();

    public static void MapModels(this WebApplication app) => ModelsEndpoints.Map(app);
}
