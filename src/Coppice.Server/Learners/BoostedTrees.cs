using System.Globalization;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using Outputs = Coppice.XGBoost.PredictionKind;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;

namespace Coppice.Server.Learners;

/// <summary>Fits boosted trees with the native library: how many rounds, and the trees themselves.</summary>
internal sealed class BoostedTrees(Recipe recipe, PredictionKind predicts, FitContext context)
{
    private const int ReportEvery = 5;

    public Dictionary<string, string> Parameters(BoostedRecipe stage, double prior, int width)
    {
        var parameters = new Dictionary<string, string>
        {
            ["objective"] = predicts == PredictionKind.Probability ? "binary:logistic" : "reg:tweedie",
            ["base_score"] = Text(predicts == PredictionKind.Probability ? Math.Clamp(prior, 1e-6, 1 - 1e-6) : Math.Max(prior, 1e-6)),
            ["tree_method"] = "hist",
            ["max_depth"] = Text(stage.Depth),
            ["eta"] = Text(stage.StepSize),
            ["min_child_weight"] = Text(FewestInLeaf(stage, prior)),
            ["lambda"] = Text(stage.Shrinkage),
            ["max_bin"] = Text(stage.Bins),
            ["colsample_bytree"] = Text(Math.Clamp((double)stage.Columns / width, stage.ColumnShare, 1)),
            ["seed"] = Text(context.Seed),
        };
        if (predicts == PredictionKind.Amount)
            parameters["tweedie_variance_power"] = Text(recipe.TweediePower);
        return parameters;
    }

    /// <summary>
    /// Fits a stage on one part until the other part's loss stops falling; gives the best number of rounds, the margins the other part had
    /// there, and the model for the next stage to go on from. A later stage may find that it has nothing to add.
    /// </summary>
    public StageSearch FindRounds(TrainingData fit, TrainingData validation, BoostedRecipe stage, IReadOnlyDictionary<string, string> parameters, StageSearch? before)
    {
        using var rows = Matrix(fit);
        using var unseen = Matrix(validation);
        using var booster = before is null ? Booster.Create(parameters) : Booster.Continue(before.Model, Kept(parameters));
        int earlier = before is null ? 0 : booster.Rounds;
        float start = BaseMargin(parameters);
        float[] margins = before is null ? [] : [.. before.Margins];
        float[] best = margins;
        double least = before is null ? double.PositiveInfinity : Loss(margins, validation);
        int bestRounds = 0;
        for (int round = 1; round <= stage.Rounds && round - bestRounds <= stage.Patience; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            booster.Update(rows);
            float[] added = booster.Predict(unseen, Outputs.Margin, (earlier + round - 1)..(earlier + round));
            if (margins.Length == 0)
            {
                margins = added;
            }
            else
            {
                for (int i = 0; i < margins.Length; i++)
                    margins[i] += added[i] - start;
            }

            double loss = Loss(margins, validation);
            if (loss < least)
            {
                (least, bestRounds) = (loss, round);
                best = [.. margins];
            }

            if (round % ReportEvery == 0)
                context.Report("fit", Math.Min(1, round / 100.0), $"round {earlier + round} of at most {earlier + stage.Rounds}");
        }

        using var kept = booster.Slice(earlier + bestRounds);
        return new StageSearch(bestRounds, best, kept.Save(ModelFormat.Ubjson));
    }

    /// <summary>What a model that goes on may be told anew: not what it predicts or where it starts.</summary>
    public static Dictionary<string, string> Kept(IReadOnlyDictionary<string, string> parameters) =>
        parameters.Where(p => p.Key is not ("base_score" or "objective" or "tweedie_variance_power")).ToDictionary(p => p.Key, p => p.Value);

    /// <summary>Fits from scratch, or goes on from an earlier stage.</summary>
    public byte[] Fit(TrainingData data, IReadOnlyDictionary<string, string> parameters, int rounds, byte[]? earlier)
    {
        using var rows = Matrix(data);
        using var booster = earlier is null ? Booster.Create(parameters) : Booster.Continue(earlier, Kept(parameters));
        booster.Train(rows, rounds, Report("fit", rounds), context.Cancellation);
        RememberRate(booster, parameters, rounds);
        return booster.Save(ModelFormat.Ubjson);
    }

    /// <summary>Appends trees fitted to what <paramref name="model"/> leaves over on these rows.</summary>
    public Booster Continue(byte[] model, TrainingData data, IReadOnlyDictionary<string, string> parameters, int rounds)
    {
        using var rows = Matrix(data);
        var booster = Booster.Continue(model, parameters);
        booster.Train(rows, rounds, Report("grow", rounds), context.Cancellation);
        RememberRate(booster, parameters, rounds);
        return booster;
    }

    /// <summary>A refresh has to know the step size each tree was grown with, and a saved model does not say.</summary>
    private static void RememberRate(Booster booster, IReadOnlyDictionary<string, string> parameters, int rounds)
    {
        double rate = double.Parse(parameters["eta"], CultureInfo.InvariantCulture);
        booster.SetAttribute(LearningRates.Attribute, LearningRates.Append(booster.GetAttribute(LearningRates.Attribute), rounds, rate));
    }

    public static TrainingMatrix Matrix(TrainingData data)
    {
        var matrix = TrainingMatrix.FromDense(data.Features.Values, data.Rows, data.Features.Width);
        matrix.SetLabels(data.Labels);
        matrix.SetWeights(data.Weights);
        matrix.SetFeatureNames(NativeNames(data.Features.Names));
        return matrix;
    }

    /// <summary>XGBoost 1.7 refuses brackets and "less than" in names; the pipeline keeps the real ones.</summary>
    private static string[] NativeNames(IReadOnlyList<string> names) => [.. names.Select((_, i) => "f" + i.ToString(CultureInfo.InvariantCulture))];

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A leaf's weight is counted in hessians: p(1-p) for a probability, about the root of the mean for Tweedie 1.5 (methods 8.1).</summary>
    private double FewestInLeaf(BoostedRecipe stage, double prior) => predicts == PredictionKind.Probability
        ? Math.Max(0.5, stage.RowsPerLeaf * prior * (1 - prior))
        : Math.Max(0.5, stage.RowsPerLeaf * Math.Pow(Math.Max(prior, 1e-6), 2 - recipe.TweediePower));

    private float BaseMargin(IReadOnlyDictionary<string, string> parameters)
    {
        float score = float.Parse(parameters["base_score"], CultureInfo.InvariantCulture);
        return predicts == PredictionKind.Probability ? -MathF.Log((1 / score) - 1) : MathF.Log(score);
    }

    private double Loss(float[] margins, TrainingData data)
    {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < margins.Length; i++)
        {
            double loss = predicts == PredictionKind.Probability
                ? Losses.Log(data.Labels[i], Logistic.Sigmoid(margins[i]))
                : Losses.TweedieDeviance(data.Labels[i], Math.Exp(margins[i]));
            sum += data.Weights[i] * loss;
            weight += data.Weights[i];
        }

        return sum / weight;
    }

    private Action<int> Report(string step, int rounds)
    {
        int done = 0;
        return _ =>
        {
            if (++done % ReportEvery == 0)
                context.Report(step, (double)done / rounds, $"tree {done} of {rounds}");
        };
    }
}
