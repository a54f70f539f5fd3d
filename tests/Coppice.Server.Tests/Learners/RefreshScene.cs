using System.Text;
using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.XGBoost;

namespace Coppice.Server.Tests.Learners;

/// <summary>Trained models with their learning rates, and rows to refresh them with.</summary>
internal static class RefreshScene
{
    public const int Columns = 5;

    public static byte[] Train(string objective, int rounds, params ReadOnlySpan<(string Name, string Value)> changes)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["objective"] = objective,
            ["tree_method"] = "hist",
            ["max_depth"] = "4",
            ["eta"] = "0.1",
            ["lambda"] = "1",
        };
        foreach ((string name, string value) in changes)
        {
            parameters[name] = value;
        }

        RefreshRows rows = Rows(objective, 2_000, seed: 1);
        using TrainingMatrix matrix = Matrix(rows);
        using Booster booster = Booster.Create(parameters);
        booster.Train(matrix, rounds, onRound: null, CancellationToken.None);
        booster.SetAttribute(LearningRates.Attribute, LearningRates.Append(null, rounds, double.Parse(parameters["eta"])));
        return booster.Save(ModelFormat.Json);
    }

    public static RefreshRows Rows(string objective, int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        float[] values = new float[rows * Columns];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            Span<float> inputs = values.AsSpan(row * Columns, Columns);
            foreach (ref float input in inputs)
            {
                input = random.NextDouble() < 0.1 ? float.NaN : (float)random.NextDouble();
            }

            double signal = (float.IsNaN(inputs[0]) ? 0.3 : inputs[0]) + (float.IsNaN(inputs[1]) ? 0.6 : inputs[1] * inputs[1]);
            bool positive = random.NextDouble() < signal / 2;
            labels[row] = objective == "binary:logistic" ? (positive ? 1 : 0) : positive ? (float)(signal * 20) : 0;
        }

        return new RefreshRows(values, rows, Columns, labels);
    }

    public static TrainingMatrix Matrix(RefreshRows rows)
    {
        TrainingMatrix matrix = TrainingMatrix.FromDense(rows.Values, rows.Rows, rows.Columns);
        matrix.SetLabels(rows.Labels);
        if (rows.Weights is not null)
        {
            matrix.SetWeights(rows.Weights);
        }

        return matrix;
    }

    public static float[] Predict(byte[] model, RefreshRows rows, PredictionKind kind)
    {
        using Booster booster = Booster.Load(model);
        using TrainingMatrix matrix = Matrix(rows);
        return booster.Predict(matrix, kind);
    }

    public static JsonElement[] Trees(byte[] model) =>
        [.. JsonElement.Parse(model).GetProperty("learner").GetProperty("gradient_booster").GetProperty("model").GetProperty("trees").EnumerateArray()];

    public static byte[] Replace(byte[] model, string text, string replacement) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(model).Replace(text, replacement, StringComparison.Ordinal));
}
