using System.Globalization;
using Coppice.Server.Statistics;
using Coppice.XGBoost;
using Outputs = Coppice.XGBoost.PredictionKind;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;

namespace Coppice.Server.Learners;

/// <summary>Fits boosted trees with the native library: how many rounds, and the trees themselves.</summary>
internal sealed class BoostedTrees(FastOptions options, PredictionKind predicts, FitContext context)
{
    private const int ReportEvery = 5;

    public Dictionary<string, string> Parameters(double prior, int width)
    {
        var parameters = new Dictionary<string, string>
        {
            ["objective"] = predicts == PredictionKind.Probability ? "binary:logistic" : "reg:tweedie",
            ["base_score"] = Text(predicts == PredictionKind.Probability ? Math.Clamp(prior, 1e-6, 1 - 1e-6) : Math.Max(prior, 1e-6)),
            ["tree_method"] = "hist",
            ["max_depth"] = Text(options.Depth),
            ["eta"] = Text(options.StepSize),
            ["min_child_weight"] = Text(FewestInLeaf(prior)),
            ["lambda"] = Text(options.Shrinkage),
            ["max_bin"] = Text(options.Bins),
            ["colsample_bytree"] = Text(Math.Clamp((double)options.ColumnsPerTree / width, options.LeastColumnShare, 1)),
            ["seed"] = Text(context.Seed),
        };
        if (predicts == PredictionKind.Amount)
            parameters["tweedie_variance_power"] = Text(options.TweediePower);
        return parameters;
    }

    /// <summary>Fits on one part until the other part's loss stops falling; gives the best number of rounds and the margins it had there.</summary>
    public (int Rounds, float[] Margins) FindRounds(TrainingData fit, TrainingData validation, IReadOnlyDictionary<string, string> parameters)
    {
        using var rows = Matrix(fit);
        using var unseen = Matrix(validation);
        using var booster = Booster.Create(parameters);
        float[]? margins = null;
        float[] best = [];
        double least = double.PositiveInfinity;
        int bestRounds = 0;
        float start = 0;
        for (int round = 1; round <= options.MostRounds && round - bestRounds <= options.Patience; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            booster.Update(rows);
            float[] added = booster.Predict(unseen, Outputs.Margin, (round - 1)..round);
            if (margins is null)
            {
                margins = added;
                start = BaseMargin(parameters);
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
                context.Report("fit", Math.Min(1, round / 100.0), $"round {round} of at most {options.MostRounds}");
        }

        return (bestRounds, best);
    }

    public byte[] Fit(TrainingData data, IReadOnlyDictionary<string, string> parameters, int rounds)
    {
        using var rows = Matrix(data);
        using var booster = Booster.Create(parameters);
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
    private double FewestInLeaf(double prior) => predicts == PredictionKind.Probability
        ? Math.Max(0.5, options.RowsPerLeaf * prior * (1 - prior))
        : Math.Max(0.5, options.RowsPerLeaf * Math.Pow(Math.Max(prior, 1e-6), 2 - options.TweediePower));

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
