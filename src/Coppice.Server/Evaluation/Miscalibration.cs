using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>
/// What being wrong about the level of its answers costs a version: of probabilities the share of log-loss that the best straight correction of its
/// log-odds on the same rows would save (methods 7.1), of amounts how far the predicted total surely lies from the true one, as a share of it.
/// </summary>
public sealed class Miscalibration
{
    private const double OneSided = 1.6449;
    private const double Edge = 1e-12;

    private readonly LabelledRows _rows;
    private readonly double[] _distances;

    private Miscalibration(LabelledRows rows, double[] distances, double cost)
    {
        _rows = rows;
        _distances = distances;
        Cost = cost;
    }

    /// <summary>A share, zero where nothing is off.</summary>
    public double Cost { get; }

    public static Miscalibration? Of(PredictionKind kind, LabelledRows rows, double[] scores) =>
        kind == PredictionKind.Probability ? OfProbabilities(rows, scores) : OfAmounts(rows, scores);

    /// <summary>
    /// Whether this level is further off than another version's on the same rows by more than chance explains, customers being the unit: of
    /// probabilities in what the correction saves, of amounts in the distance of the totals.
    /// </summary>
    public bool IsSurelyMoreThan(Miscalibration other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double[] more = [.. _distances.Zip(other._distances, (mine, theirs) => mine - theirs)];
        double mean = more.Average();
        return ErrorOfMean(_rows, more, mean) is { } error && mean > OneSided * error;
    }

    /// <summary>Null where no correction can be fitted: one label only, scores without spread, or rows that a threshold separates.</summary>
    private static Miscalibration? OfProbabilities(LabelledRows rows, double[] scores)
    {
        double[] margins = Array.ConvertAll(scores, score => Logistic.LogOdds(Math.Clamp(score, Edge, 1 - Edge)));
        if (LogisticRecalibration.Fit(margins, rows.Labels) is not { } fit)
            return null;
        var savings = new double[scores.Length];
        double lost = 0;
        for (int row = 0; row < savings.Length; row++)
        {
            double loss = Losses.Log(rows.Labels[row], scores[row]);
            lost += loss;
            savings[row] = loss - Losses.Log(rows.Labels[row], Logistic.Sigmoid((fit.Slope * margins[row]) + fit.Intercept));
        }

        return new Miscalibration(rows, savings, lost > 0 ? Math.Max(0, savings.Sum() / lost) : 0);
    }

    /// <summary>Null where nothing came true.</summary>
    private static Miscalibration? OfAmounts(LabelledRows rows, double[] scores)
    {
        if (rows.Mean is not { } mean || !(mean > 0))
            return null;
        double[] errors = [.. scores.Select((score, row) => score - rows.Labels[row])];
        double off = errors.Average();
        double cost = Math.Max(0, Math.Abs(off) - (OneSided * (ErrorOfMean(rows, errors, off) ?? double.PositiveInfinity))) / mean;
        return new Miscalibration(rows, [.. errors.Select(error => Math.Sign(off) * error)], cost);
    }

    private static double? ErrorOfMean(LabelledRows rows, double[] values, double mean) =>
        rows.Clusters.StandardErrorOfMean([.. values.Select(value => value - mean)]);
}
