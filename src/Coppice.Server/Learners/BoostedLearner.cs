using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using Outputs = Coppice.XGBoost.PredictionKind;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;

namespace Coppice.Server.Learners;

/// <summary>Boosts trees, in one stage or in several.</summary>
public sealed class BoostedLearner(Recipe recipe) : ILearner
{
    private BoostedRecipe Boosted => recipe.Boosted!;

    public FittedModel FitFull(TrainingData data, FitContext context)
    {
        data = Trained(data);
        var trees = new BoostedTrees(recipe, data.Predicts, context);
        double prior = data.Prior();
        var slice = ValidationSlice.Of(data, recipe.Validation);
        var fit = data.Take(slice.Fit);
        var validation = data.Take(slice.Validation);
        StageSearch? search = null;
        byte[]? core = null;
        int rounds = 0;
        Dictionary<string, string> parameters = [];
        foreach (var stage in recipe.Singles is { } singles ? [singles, Boosted] : (BoostedRecipe[])[Boosted])
        {
            parameters = trees.Parameters(stage, prior, data.Features.Width);
            search = trees.FindRounds(fit, validation, stage, parameters, search);
            core = search.Rounds == 0 ? core : trees.Fit(data, parameters, search.Rounds, core);
            rounds += search.Rounds;
        }

        context.Report("calibrate", 1, "");
        return new FittedModel(core!, core!, Calibrate(validation, search!.Margins), prior, rounds, data.Rows, parameters, recipe);
    }

    public FittedModel FitIncremental(TrainingData data, FittedModel parent, IncrementalUpdate update, FitContext context)
    {
        data = Trained(data);
        var trees = new BoostedTrees(recipe, data.Predicts, context);
        // The calibration must not come from rows the trees have seen: the update is made once without the newest rows, to
        // calibrate on them, and once with them, to answer.
        var slice = ValidationSlice.Of(data, recipe.Validation);
        var isNew = update.NewRows.ToHashSet();
        var validation = data.Take(slice.Validation);
        var trial = Apply(trees, data, slice.Fit, parent, update with { NewRows = [.. slice.Fit.Where(isNew.Contains)] }, context);
        float[] margins = Margins(trial.Model, validation);
        var final = Apply(trees, data, [.. Enumerable.Range(0, data.Rows)], parent, update, context);
        context.Report("calibrate", 1, "");
        return new FittedModel(
            final.Model,
            final.Core,
            Calibrate(validation, margins),
            data.Prior(),
            final.Trees,
            parent.StructuralRows,
            parent.Parameters,
            recipe);
    }

    private (byte[] Model, byte[] Core, int Trees) Apply(
        BoostedTrees trees,
        TrainingData data,
        int[] rows,
        FittedModel parent,
        IncrementalUpdate update,
        FitContext context)
    {
        var parameters = BoostedTrees.Kept(parent.Parameters);
        if (update.Method == IncrementalMethod.Grow)
        {
            using var grown = trees.Continue(parent.Model, data.Take(update.NewRows), parameters, update.Trees);
            byte[] model = grown.Save(ModelFormat.Ubjson);
            return (model, model, grown.Rounds);
        }

        parameters["eta"] = BoostedTrees.Text(Boosted.UpdateStepSize);
        context.Report("refresh", 0, "");
        byte[] core = Refresh(parent, data.Take(update.NewRows));
        using var renewed = trees.Continue(core, data.Take(rows), parameters, update.Trees);
        return (renewed.Save(ModelFormat.Ubjson), core, renewed.Rounds);
    }

    /// <summary>Moves the leaves of the core by what the new rows say (methods 3.3, 3.4).</summary>
    private byte[] Refresh(FittedModel parent, TrainingData news)
    {
        if (news.Rows == 0)
            return parent.Core;
        double halfLifeRows = Math.Clamp(0.5 * parent.StructuralRows, 2_000, 50_000);
        double kept = Math.Pow(2, -news.Rows / halfLifeRows);
        var rows = new RefreshRows(news.Features.Values, news.Rows, news.Features.Width, news.Labels) { Weights = news.Weights };
        return DecayedLeafRefresh.Refresh(parent.Core, rows, kept, Boosted.Shrinkage);
    }

    private static float[] Margins(byte[] model, TrainingData data)
    {
        using var booster = Booster.Load(model);
        using var matrix = BoostedTrees.Matrix(data);
        return booster.Predict(matrix, Outputs.Margin);
    }

    private static Calibration Calibrate(TrainingData validation, float[] margins)
    {
        double[] logs = Array.ConvertAll(margins, m => (double)m);
        double[] labels = Array.ConvertAll(validation.Labels, y => (double)y);
        return validation.Predicts == PredictionKind.Probability
            ? CalibrationFit.OfProbabilities(logs, labels)
            : CalibrationFit.OfAmounts(logs, labels);
    }

    /// <summary>Amounts are learnt from zero up, and the largest thousandth counts no more than its smallest member (methods 7.4).</summary>
    private static TrainingData Trained(TrainingData data)
    {
        if (data.Predicts == PredictionKind.Probability)
            return data;
        float cap = AmountCap.Of(data.Labels);
        return data with { Labels = [.. data.Labels.Select(y => Math.Clamp(y, 0, cap))] };
    }
}
