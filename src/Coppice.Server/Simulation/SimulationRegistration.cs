namespace Coppice.Server.Simulation;

/// <summary>The built-in shop, and the past played again.</summary>
public static class SimulationRegistration
{
    public static void AddSimulation(this IServiceCollection services) => services
        .AddSingleton<PlayYear>()
        .AddSingleton<ShopFeed>()
        .AddSingleton<ShopPredictions>()
        .AddSingleton<ReplayArms>()
        .AddSingleton<ReplayPolicy>();

    public static void MapSimulation(this WebApplication app) => SimulationEndpoints.Map(app);
}
