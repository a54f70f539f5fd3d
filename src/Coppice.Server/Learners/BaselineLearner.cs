using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>Answers the prior, or the mean, to everybody.</summary>
public sealed class BaselineLearner(Recipe recipe) : ILearner
{
    public FittedModel FitFull(TrainingData data, FitContext context)
    {
        context.Report("fit", 1, "");
        var parts = new ModelParts(new VoteWeights(0, 0, 0));
        double prior = (data with { Labels = [.. data.Labels.Select(y => Math.Max(y, 0))] }).Prior();
        var (model, trees) = MergedModel.Of(parts, disposable: null, data, prior, recipe.TweediePower);
        var link = data.Predicts == PredictionKind.Probability ? MarginLink.LogOdds : MarginLink.Log;
        return new FittedModel(model, parts.Save(), Calibration.None(link), prior, trees, data.Rows, new Dictionary<string, string>(), recipe);
    }

    public FittedModel FitIncremental(TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context) => FitFull(data, context);
}
