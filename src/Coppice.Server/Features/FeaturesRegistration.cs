namespace Coppice.Server.Features;

/// <summary>Inputs as of a time.</summary>
public static class FeaturesRegistration
{
    public static void AddFeatures(this IServiceCollection services) => services
        .AddSingleton<NoteReadings>()
        .AddSingleton<InputReader>();
}
