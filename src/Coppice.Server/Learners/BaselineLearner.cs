using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>Answers the prior, or the mean, to everybody.</summary>
public sealed class BaselineLearner(Recipe recipe) : ILearner
{
    public FittedModel FitFull(TrainingData data, FitContext context)
    {
        double prior = data.Prior();
        var trees = new BoostedTrees(recipe, data.Predicts, context);
        var parameters = trees.Parameters(new BoostedRecipe(), prior, data.Features.Width);
        // A split that must gain more than anything can: one leaf, at the base score.
        parameters["gamma"] = BoostedTrees.Text(1e30);
        byte[] model = trees.Fit(data with { Labels = [.. data.Labels.Select(y => Math.Max(y, 0))] }, parameters, 1, null);
        return new FittedModel(model, model, Calibration.None(data.Predicts == PredictionKind.Probability ? MarginLink.LogOdds : MarginLink.Log), prior, 1, data.Rows, parameters, recipe);
    }

    public FittedModel FitIncremental(TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context) => FitFull(data, context);
}
