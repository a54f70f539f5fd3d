namespace Coppice.Server.Learners;

/// <summary>Recipes that can fit.</summary>
public static class LearnersRegistration
{
    public static void AddLearners(this IServiceCollection services) => services
        .AddSingleton<ILearner, BaselineLearner>()
        .AddSingleton<ILearner>(new BoostedLearner(LearnerNames.Fast, BoostingOptions.Fast))
        .AddSingleton<ILearner>(new BoostedLearner(LearnerNames.Elite, BoostingOptions.Elite));
}
