using System.Globalization;
using Coppice.Server.Statistics;

namespace Coppice.Server.Learners.Additive;

/// <summary>
/// Chooses how strongly levels are pulled together: each part of the customers is left out in turn, and the strength under which the parts
/// left out cost least wins. Every row teaches and every row judges, which one slice of few rows cannot do.
/// </summary>
internal static class AdditiveStrength
{
    private const string Salt = "additive-v1";

    /// <summary>In rows: what the pull between two levels is worth.</summary>
    private const double Strongest = 2_048;
    private const double Weakest = 0.5;

    /// <summary>This many weaker ones in a row that cost more end the search.</summary>
    private const int Patience = 2;

    /// <summary>The loss is flat where it is least.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>The choice hardly differs between this many rows and more of them, and its cost does.</summary>
    private const int MostRows = 20_000;

    public static double Choose(TrainingData data, LevelCut[] cuts, MarginLoss loss, int folds, CancellationToken cancellation)
    {
        int[] buckets = [.. data.CustomerIds.Select(id => HashBucket.Of(Salt, id.ToString(CultureInfo.InvariantCulture)))];
        if (data.Rows > MostRows)
        {
            int[] some = [.. Enumerable.Range(0, data.Rows).Where(i => (long)buckets[i] * data.Rows < (long)MostRows * HashBucket.Count)];
            (data, buckets) = (data.Take(some), [.. some.Select(i => buckets[i])]);
        }

        return Choose(new LevelTable(data.Features, cuts), data, loss, Array.ConvertAll(buckets, bucket => bucket % folds), folds, cancellation);
    }

    private static double Choose(LevelTable table, TrainingData data, MarginLoss loss, int[] parts, int folds, CancellationToken cancellation)
    {
        double start = loss.MarginOf(MarginLoss.Score(data.Predicts, data.Prior()));
        double row = OneRow(data, loss, start);
        var fits = new AdditiveFit[folds];
        double[][] levels = new double[folds][];
        float[][] weights = new float[folds][];
        for (int part = 0; part < folds; part++)
        {
            fits[part] = new AdditiveFit(table, data.Labels, loss, Tolerance);
            levels[part] = new double[table.Size];
            levels[part][0] = start;
            weights[part] = [.. data.Weights.Select((weight, i) => parts[i] == part ? 0 : weight)];
        }

        double best = Strongest;
        double least = double.PositiveInfinity;
        int worse = 0;
        for (double rows = Strongest; rows >= Weakest && worse < Patience; rows /= 2)
        {
            double cost = 0;
            for (int part = 0; part < folds; part++)
            {
                fits[part].Fit(levels[part], weights[part], rows * row, prior: null, cancellation);
                for (int i = 0; i < parts.Length; i++)
                {
                    if (parts[i] == part)
                        cost += data.Weights[i] * loss.Of(fits[part].Margins[i], data.Labels[i]);
                }
            }

            worse = cost < least ? 0 : worse + 1;
            if (cost < least)
                (least, best) = (cost, rows);
        }

        return best * row;
    }

    /// <summary>The curvature that a row of average weight adds at the prior: the unit of strength that fits every loss.</summary>
    private static double OneRow(TrainingData data, MarginLoss loss, double margin)
    {
        double sum = 0;
        for (int i = 0; i < data.Rows; i++)
            sum += data.Weights[i] * loss.At(margin, data.Labels[i]).Hessian;
        return sum / data.Rows;
    }
}
