using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>A recipe that can fit. Runs on the one thread of its training job.</summary>
public interface ILearner
{
    /// <summary>The learner that follows a recipe.</summary>
    static ILearner For(Recipe recipe) => recipe.HasMembers ? new VotingLearner(recipe) : new BaselineLearner(recipe);

    /// <summary>From scratch.</summary>
    FittedModel FitFull(TrainingData data, FitContext context);

    /// <summary>
    /// On top of an earlier fit. <paramref name="data"/> holds the new rows and the older ones an update looks back on;
    /// <paramref name="update"/> tells them apart.
    /// </summary>
    FittedModel FitIncremental(TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context);
}
