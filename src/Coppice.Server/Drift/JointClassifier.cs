using System.Globalization;
using Coppice.Forests;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Statistics.Samples;
using Coppice.XGBoost;

namespace Coppice.Server.Drift;

/// <summary>
/// Boosted trees that try to tell current rows from reference rows, each row by trees that have not seen it (methods 4.5). Runs on the one thread of a
/// training job.
/// </summary>
internal static class JointClassifier
{
    public const int FewestRows = 500;
    public const int MostRows = 1_000;

    private const int Folds = 5;
    private const int Trees = 50;
    private const ulong Seed = 45;

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["objective"] = "binary:logistic",
        ["tree_method"] = "hist",
        ["max_depth"] = "3",
        ["eta"] = "0.1",
        ["min_child_weight"] = "20",
        ["base_score"] = "0.5",
        ["nthread"] = "1",
        ["seed"] = Seed.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>How well the two are told apart, and by column how much it does for that; as many rows of either are taken as the smaller has.</summary>
    public static (Separation Separation, double[] Importance) TellApart(ReadOnlySpan<float> reference, ReadOnlySpan<float> current, int columns, CancellationToken cancellation)
    {
        int each = Math.Min(MostRows, Math.Min(reference.Length, current.Length) / columns);
        float[] values = new float[2 * each * columns];
        float[] labels = new float[2 * each];
        var random = new SplitMix64(Seed);
        Take(reference, columns, Pick(reference.Length / columns, each, random), values.AsSpan(0, each * columns));
        Take(current, columns, Pick(current.Length / columns, each, random), values.AsSpan(each * columns));
        labels.AsSpan(each).Fill(1);

        double[] scores = new double[labels.Length];
        double[] importance = new double[columns];
        int[] shuffled = Pick(labels.Length, labels.Length, random);
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] held = [.. shuffled.Where((_, i) => i % Folds == fold)];
            int[] learnt = [.. shuffled.Where((_, i) => i % Folds != fold)];
            using var training = MatrixOf(values, columns, learnt);
            training.SetLabels([.. learnt.Select(row => labels[row])]);
            using var booster = Booster.Create(Parameters);
            booster.Train(training, Trees, null, cancellation);
            float[] rest = new float[held.Length * columns];
            Take(values, columns, held, rest);
            float[] contributions = new float[held.Length * (columns + 1)];
            new ForestContributions(Forest.Read(booster.Save(ModelFormat.Ubjson))).Explain(rest, contributions);
            for (int i = 0; i < held.Length; i++)
            {
                var row = contributions.AsSpan(i * (columns + 1), columns + 1);
                for (int column = 0; column <= columns; column++)
                    scores[held[i]] += row[column];
                for (int column = 0; column < columns; column++)
                    importance[column] += Math.Abs(row[column]) / labels.Length;
            }
        }

        var rows = new LabelledRows(Array.ConvertAll(labels, label => (double)label), [.. Enumerable.Range(0, labels.Length).Select(row => (long)row)]);
        return (Separation.Of(AucPlacements.Of(rows, scores)!.Auc, each, each), importance);
    }

    private static TrainingMatrix MatrixOf(float[] values, int columns, int[] rows)
    {
        float[] taken = new float[rows.Length * columns];
        Take(values, columns, rows, taken);
        return TrainingMatrix.FromDense(taken, rows.Length, columns);
    }

    private static void Take(ReadOnlySpan<float> values, int columns, int[] rows, Span<float> taken)
    {
        for (int i = 0; i < rows.Length; i++)
            values.Slice(rows[i] * columns, columns).CopyTo(taken[(i * columns)..]);
    }

    private static int[] Pick(int from, int count, SplitMix64 random)
    {
        int[] places = [.. Enumerable.Range(0, from)];
        for (int i = 0; i < count; i++)
        {
            int other = i + (int)random.NextBelow(from - i);
            (places[i], places[other]) = (places[other], places[i]);
        }

        return places[..count];
    }
}
