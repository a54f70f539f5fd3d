using Coppice.Server.Features;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>What a learner gets, rows in canonical order (customer, as-of time, label number).</summary>
/// <param name="Predicts">A probability or an amount.</param>
/// <param name="Features">Row-major inputs, NaN where missing.</param>
/// <param name="Labels">1 and 0, or amounts.</param>
/// <param name="Weights">How much each row counts.</param>
/// <param name="CustomerIds">Whose row it is.</param>
/// <param name="AsOf">When its inputs hold, microseconds UTC.</param>
/// <param name="MaturesAt">When its label could be known.</param>
public sealed record TrainingData(
    PredictionKind Predicts,
    FeatureMatrix Features,
    float[] Labels,
    float[] Weights,
    long[] CustomerIds,
    long[] AsOf,
    long[] MaturesAt)
{
    public int Rows => Labels.Length;

    public TrainingData Take(int[] rows) => new(
        Predicts,
        Features.Take(rows),
        Pick(Labels, rows),
        Pick(Weights, rows),
        Pick(CustomerIds, rows),
        Pick(AsOf, rows),
        Pick(MaturesAt, rows));

    /// <summary>Weighted mean label: the constant a model has to beat.</summary>
    public double Prior()
    {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < Labels.Length; i++)
        {
            sum += (double)Labels[i] * Weights[i];
            weight += Weights[i];
        }

        return weight > 0 ? sum / weight : 0;
    }

    private static T[] Pick<T>(T[] values, int[] rows)
    {
        var picked = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            picked[i] = values[rows[i]];
        return picked;
    }
}
