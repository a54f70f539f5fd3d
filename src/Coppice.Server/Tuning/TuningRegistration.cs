namespace Coppice.Server.Tuning;

/// <summary>The search for better recipes and what came of it.</summary>
public static class TuningRegistration
{
    public static void AddTuning(this IServiceCollection services) => services
        .AddSingleton<TuningStore>()
        .AddSingleton<TunedRecipes>()
        .AddSingleton<ForgetTuning>()
        .AddSingleton<SearchRecipes>();
}
