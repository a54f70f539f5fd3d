using Coppice.Server.Gates.Reviews;

namespace Coppice.Server.Gates;

/// <summary>Who may answer.</summary>
public static class GatesRegistration
{
    public static void AddGates(this IServiceCollection services) => services
        .AddSingleton<DecisionStore>()
        .AddSingleton<OverrideStore>()
        .AddSingleton<LatestInputsReader>()
        .AddSingleton<ShockReader>()
        .AddSingleton<JudgeChallenger>()
        .AddSingleton<CompareVersions>()
        .AddSingleton<ReviewStore>()
        .AddSingleton<ReviewDecisions>()
        .AddSingleton<ScorecardReader>();

    public static void MapGates(this WebApplication app) => GatesEndpoints.Map(app);
}
