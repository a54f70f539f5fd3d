namespace Coppice.Server.Predictions;

/// <summary>What was said.</summary>
public static class PredictionsRegistration
{
    public static void AddPredictions(this IServiceCollection services) => services
        .AddSingleton<PredictionMetrics>()
        .AddSingleton<PredictionStore>()
        .AddSingleton<PredictionHistoryStore>()
        .AddSingleton<UnrefinedStore>()
        .AddSingleton<PredictionLog>();
}
