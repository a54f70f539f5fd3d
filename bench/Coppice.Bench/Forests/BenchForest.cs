using System.Globalization;
using Coppice.Forests;
using Coppice.XGBoost;

namespace Coppice.Bench.Forests;

/// <summary>A model learnt from random rows whose labels depend on a few features and pairs, with the rows and both ways to score it.</summary>
internal sealed class BenchForest : IDisposable
{
    public const int Features = 868;

    private const int LearntRows = 2_000;
    private const int Relevant = 150;

    private BenchForest(Booster booster, float[] rows)
    {
        Model = booster.Save(ModelFormat.Json);
        Booster = booster;
        Native = new NativePredictor(Model);
        Rows = rows;
        Forest = Forest.Read(Model);
        Scorer = ForestScorer.Compile(Forest);
    }

    public byte[] Model { get; }

    public Booster Booster { get; }

    public NativePredictor Native { get; }

    /// <summary>Row-major; NaN is missing.</summary>
    public float[] Rows { get; }

    public Forest Forest { get; }

    public ForestScorer Scorer { get; }

    public static BenchForest Learn(int rounds, int depth, int bins, double density, CancellationToken cancellationToken)
    {
        var random = new Random(7);
        const int Scored = 2_048;
        float[] rows = new float[Scored * Features];
        foreach (ref float value in rows.AsSpan())
            value = random.NextDouble() < density ? (float)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2) : float.NaN;
        float[] labels = new float[LearntRows];
        double[] weights = [.. Enumerable.Range(0, Relevant).Select(_ => random.NextDouble() - 0.5)];
        for (int row = 0; row < LearntRows; row++)
        {
            double sum = (random.NextDouble() - 0.5) * 4;
            for (int i = 0; i < Relevant; i++)
            {
                float value = rows[(row * Features) + (i * 5)], other = rows[(row * Features) + (i * 5) + 1];
                sum += weights[i] * ((float.IsNaN(value) ? 0.3 : value) + (float.IsNaN(other) || float.IsNaN(value) ? 0 : value * other));
            }

            labels[row] = sum > 0 ? 1 : 0;
        }

        using var matrix = TrainingMatrix.FromDense(rows.AsSpan(0, LearntRows * Features), LearntRows, Features);
        matrix.SetLabels(labels);
        var booster = Booster.Create(new Dictionary<string, string>
        {
            ["objective"] = "binary:logistic",
            ["tree_method"] = "hist",
            ["max_depth"] = depth.ToString(CultureInfo.InvariantCulture),
            ["max_bin"] = bins.ToString(CultureInfo.InvariantCulture),
            ["eta"] = "0.1",
            ["colsample_bytree"] = "0.5",
            ["min_child_weight"] = "1",
        });
        booster.Train(matrix, rounds, null, cancellationToken);
        return new BenchForest(booster, rows);
    }

    /// <summary>The first trees of the model, on the same rows.</summary>
    public BenchForest First(int rounds) => new(Booster.Slice(rounds), Rows);

    public void Dispose()
    {
        Native.Dispose();
        Booster.Dispose();
    }
}
