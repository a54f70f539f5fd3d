namespace Coppice.Server.Learners;

/// <summary>Recipes that can fit.</summary>
public static class LearnersRegistration
{
    public static void AddLearners(this IServiceCollection services) => services
        .AddSingleton(new FastOptions())
        .AddSingleton<ILearner, BaselineLearner>()
        .AddSingleton<ILearner, FastLearner>();
}
