namespace Coppice.XGBoost.Tests.Support;

/// <summary>Small data of known shape. The numbers depend on their index alone, so every test sees the same rows.</summary>
internal static class Some
{
    public const int Columns = 4;

    public static readonly IReadOnlyDictionary<string, string> Parameters = With();

    public static readonly IReadOnlyDictionary<string, string> ContinuationParameters = With(("base_score", null), ("objective", null));

    /// <summary>The usual parameters; a value of null leaves one out.</summary>
    public static Dictionary<string, string> With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["objective"] = "binary:logistic",
            ["tree_method"] = "hist",
            ["max_depth"] = "3",
            ["eta"] = "0.3",
            ["base_score"] = "0.4",
        };
        foreach ((string name, string? value) in changes)
        {
            parameters.Remove(name);
            if (value is not null)
            {
                parameters.Add(name, value);
            }
        }

        return parameters;
    }

    public static float[] Values(int rows, int firstRow = 0)
    {
        var values = new float[rows * Columns];
        for (int i = 0; i < values.Length; i++)
        {
            int index = i + (firstRow * Columns);
            values[i] = Uniform(index) < 0.05f ? float.NaN : Uniform(index + 1_000_003);
        }

        return values;
    }

    /// <summary>One or zero, by the first two columns and some noise.</summary>
    public static float[] Labels(ReadOnlySpan<float> values)
    {
        var labels = new float[values.Length / Columns];
        for (int row = 0; row < labels.Length; row++)
        {
            float first = float.IsNaN(values[row * Columns]) ? 0.5f : values[row * Columns];
            float second = float.IsNaN(values[(row * Columns) + 1]) ? 0.2f : values[(row * Columns) + 1];
            labels[row] = first + (second * second) + (0.5f * Uniform(row + 7_000_001)) > 1.05f ? 1 : 0;
        }

        return labels;
    }

    public static TrainingMatrix Matrix(int rows = 600, int firstRow = 0) => Matrix(Values(rows, firstRow));

    public static TrainingMatrix Matrix(float[] values)
    {
        TrainingMatrix matrix = TrainingMatrix.FromDense(values, values.Length / Columns, Columns);
        matrix.SetLabels(Labels(values));
        return matrix;
    }

    public static Booster Trained(IReadOnlyDictionary<string, string> parameters, TrainingMatrix matrix, int rounds)
    {
        Booster booster = Booster.Create(parameters);
        booster.Train(matrix, rounds, onRound: null, CancellationToken.None);
        return booster;
    }

    /// <summary>The saved bytes of a model trained on <see cref="Matrix(int, int)"/>.</summary>
    public static byte[] Model(int rounds, IReadOnlyDictionary<string, string>? parameters = null)
    {
        using TrainingMatrix matrix = Matrix();
        using Booster booster = Trained(parameters ?? Parameters, matrix, rounds);
        return booster.Save(ModelFormat.Json);
    }

    public static float Uniform(int index)
    {
        uint hash = unchecked((uint)index * 2654435769u);
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        hash = unchecked((hash ^ (hash >> 13)) * 3266489917u);
        return ((hash ^ (hash >> 16)) >> 8) * (1f / (1 << 24));
    }
}
