namespace Coppice.Server.Performance;

/// <summary>How good answers turned out.</summary>
public static class PerformanceRegistration
{
    public static void AddPerformance(this IServiceCollection services) => services
        .AddSingleton<PerformanceStore>()
        .AddSingleton<MeasurePerformance>()
        .AddSingleton<LiveQuality>()
        .AddSingleton<EstimateErrors>()
        .AddSingleton<ExpectedErrors>()
        .AddSingleton<PerformanceOverview>()
        .AddSingleton<AnswerStore>()
        .AddSingleton<AnswerList>();

    public static void MapPerformance(this WebApplication app)
    {
        PerformanceEndpoints.Map(app);
        AnswersEndpoints.Map(app);
    }
}
