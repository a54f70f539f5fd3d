using System.Globalization;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;

namespace Coppice.Server.Learners;

/// <summary>Fits boosted trees with the native library: how many rounds, and the trees themselves.</summary>
internal sealed class BoostedTrees(Recipe recipe, PredictionKind predicts, FitContext context)
{
    private const int ReportEvery = 5;

    private readonly MarginLoss _loss = MarginLoss.For(predicts, recipe.TweediePower);

    /// <summary>Fits on one part until the other part's loss has not fallen for a while.</summary>
    /// <param name="fit">Rows to learn from.</param>
    /// <param name="validation">Rows to stop by.</param>
    /// <param name="parameters">What the library is told.</param>
    /// <param name="most">Most rounds.</param>
    /// <param name="patience">Rounds without a lower loss after which the search ends.</param>
    public RoundSearch FindRounds(StartedRows fit, StartedRows validation, IReadOnlyDictionary<string, string> parameters, int most, int patience)
    {
        using var rows = fit.Matrix();
        var search = new RoundSearch(Booster.Create(parameters), Matrix(validation.Data), validation.Margins(BaseMargin(parameters)), BaseMargin(parameters));
        try
        {
            search.Losses.Add(Loss(search.Latest, validation.Data));
            for (int round = 1; round <= most && round - search.Best <= patience; round++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                search.Grow(rows);
                search.Losses.Add(Loss(search.Latest, validation.Data));
                if (round % ReportEvery == 0)
                    context.Report("fit", Math.Min(1, round / 100.0), $"round {round} of at most {most}");
            }

            return search;
        }
        catch
        {
            search.Dispose();
            throw;
        }
    }

    /// <summary>What a model that goes on may be told anew: not what it predicts or where it starts.</summary>
    public static Dictionary<string, string> Kept(IReadOnlyDictionary<string, string> parameters) =>
        parameters.Where(p => p.Key is not ("base_score" or "objective" or "tweedie_variance_power")).ToDictionary(p => p.Key, p => p.Value);

    /// <summary>Fits from scratch, or goes on from earlier trees.</summary>
    public byte[] Fit(StartedRows data, IReadOnlyDictionary<string, string> parameters, int rounds, byte[]? earlier)
    {
        using var rows = data.Matrix();
        using var booster = earlier is null ? Booster.Create(parameters) : Booster.Continue(earlier, Kept(parameters));
        booster.Train(rows, rounds, Report("fit", rounds), context.Cancellation);
        RememberRate(booster, parameters, rounds);
        return booster.Save(ModelFormat.Ubjson);
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
            sum += data.Weights[i] * _loss.Of(margins[i], data.Labels[i]);
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
