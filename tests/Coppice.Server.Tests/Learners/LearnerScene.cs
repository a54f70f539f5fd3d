using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Learners;

/// <summary>Rows of which it is known what there is to learn.</summary>
internal static class LearnerScene
{
    private const int Flags = 60;

    public static FitContext Context() => new(7, static (_, _, _) => { }, TestContext.Current.CancellationToken);

    public static FittedModel Fit(Recipe recipe, TrainingData data) => ILearner.For(recipe).FitFull(data, Context());

    public static FittedModel Update(FittedModel parent, TrainingData data, IncrementalMethod method, int trees, int firstNew) =>
        ILearner.For(parent.Recipe).FitIncremental(data, parent, new IncrementalUpdate(method, trees, [.. Enumerable.Range(firstNew, data.Rows - firstNew)]), Context());

    /// <summary>Rare flags, present or missing, each of which moves the odds a little.</summary>
    public static TrainingData Effects(int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        float[] values = new float[rows * Flags];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            double odds = -0.5;
            for (int flag = 0; flag < Flags; flag++)
            {
                bool has = random.NextDouble() < 0.15;
                values[(row * Flags) + flag] = has ? 1 : float.NaN;
                odds += has ? (flag % 2 == 0 ? 0.7 : -0.6) : 0;
            }

            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
        }

        return Data(values, labels, Flags);
    }

    /// <summary>Two numbers that say nothing alone and everything together, beside two that say nothing.</summary>
    public static TrainingData Together(int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        float[] values = new float[rows * 4];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 4; i++)
                values[(row * 4) + i] = (float)random.NextDouble();
            labels[row] = values[row * 4] > 0.5f != values[(row * 4) + 1] > 0.5f ? 1 : 0;
        }

        return Data(values, labels, 4);
    }

    /// <summary>Small effects and one of two numbers together, so that every kind of member has something to say.</summary>
    public static TrainingData Both(int rows, ulong seed)
    {
        var effects = Effects(rows, seed);
        var together = Together(rows, seed + 1);
        float[] values = new float[rows * (Flags + 4)];
        var random = new SplitMix64(seed + 2);
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            effects.Features.Row(row).CopyTo(values.AsSpan(row * (Flags + 4)));
            together.Features.Row(row).CopyTo(values.AsSpan((row * (Flags + 4)) + Flags));
            labels[row] = random.NextDouble() < 0.75 ? effects.Labels[row] : together.Labels[row];
        }

        return Data(values, labels, Flags + 4);
    }

    /// <summary>The same rows with amounts: nothing, or twenty and more.</summary>
    public static TrainingData Amounts(TrainingData data) =>
        data with { Predicts = PredictionKind.Amount, Labels = [.. data.Labels.Select((y, i) => y == 0 ? 0 : 20f + (i % 50))] };

    public static TrainingData Data(float[] values, float[] labels, int width) => new(
        PredictionKind.Probability,
        new FeatureMatrix([.. Enumerable.Range(0, width).Select(i => $"f{i}")], values, labels.Length),
        labels,
        [.. Enumerable.Repeat(1f, labels.Length)],
        [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)],
        [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)],
        [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)]);

    public static float[] Margins(byte[] model, TrainingData data)
    {
        float[] margins = new float[data.Rows];
        ForestScorer.Compile(Forest.Read(model)).Margins(data.Features.Values, margins);
        return margins;
    }

    public static double Auc(FittedModel fitted, TrainingData data)
    {
        float[] margins = Margins(fitted.Model, data);
        double pairs = 0;
        double won = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            for (int j = 0; j < data.Rows; j++)
            {
                if (data.Labels[i] <= data.Labels[j])
                    continue;
                pairs++;
                won += margins[i] > margins[j] ? 1 : margins[i] == margins[j] ? 0.5 : 0;
            }
        }

        return won / pairs;
    }
}
