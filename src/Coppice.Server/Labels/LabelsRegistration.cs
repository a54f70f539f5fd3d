namespace Coppice.Server.Labels;

/// <summary>What is made of outcomes and events once a window has closed.</summary>
public static class LabelsRegistration
{
    public static void AddLabels(this IServiceCollection services) => services
        .AddSingleton<LabelMetrics>()
        .AddSingleton<LabelCache>()
        .AddSingleton<LabelStore>()
        .AddSingleton<LabelProgressStore>()
        .AddSingleton<MaturedAnswerStore>()
        .AddSingleton<MissRateStore>()
        .AddSingleton<MissRates>()
        .AddSingleton<OpenLabels>()
        .AddSingleton<WindowLabels>()
        .AddSingleton<ColumnLabels>()
        .AddSingleton<MatureLabels>();
}
