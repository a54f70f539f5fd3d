namespace Coppice.Server.Drift;

/// <summary>What is different out there.</summary>
public static class DriftRegistration
{
    public static void AddDrift(this IServiceCollection services) => services
        .AddSingleton<DriftStore>()
        .AddSingleton<EstimateStore>()
        .AddSingleton<CheckEstimates>()
        .AddSingleton<ProfileReader>()
        .AddSingleton<WindowReader>()
        .AddSingleton<IDriftDetector, InputsDetector>()
        .AddSingleton<IDriftDetector, TogetherDetector>()
        .AddSingleton<IDriftDetector, ScoresDetector>()
        .AddSingleton<MeasureDrift>()
        .AddSingleton<DriftOverview>();

    public static void MapDrift(this WebApplication app) => DriftEndpoints.Map(app);
}
