using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>
/// What being wrong about the level of its answers costs a version: of probabilities the share of log-loss that the best straight correction of its
/// log-odds on the same rows would save (methods 7.1), of amounts how far the predicted total surely lies from the true one, as a share of it.
/// </summary>
public static class Miscalibration
{
    private const double OneSided = 1.6449;
    private const double Edge = 1e-12;

    /// <summary>Null where no correction can be fitted: one label only, scores without spread, or rows that a threshold separates.</summary>
    public static double? OfProbabilities(LabelledRows rows, double[] scores)
    {
        if (Savings(rows, scores) is not { } savings)
            return null;
        double lost = 0;
        for (int row = 0; row < scores.Length; row++)
            lost += Losses.Log(rows.Labels[row], scores[row]);
        return lost > 0 ? Math.Max(0, savings.Sum() / lost) : 0;
    }

    /// <summary>
    /// Whether the challenger's level is further off than the champion's by more than chance explains, customers being the unit: of probabilities
    /// in what the correction saves, of amounts in the distance of the totals.
    /// </summary>
    public static bool IsSurelyMore(PredictionKind kind, LabelledRows rows, double[] champion, double[] challenger)
    {
        if (Distances(kind, rows, champion) is not { } before || Distances(kind, rows, challenger) is not { } after)
            return false;
        double[] more = [.. after.Zip(before, (mine, other) => mine - other)];
        double mean = more.Average();
        return rows.Clusters.StandardErrorOfMean([.. more.Select(difference => difference - mean)]) is { } error && mean > OneSided * error;
    }

    private static double[]? Distances(PredictionKind kind, LabelledRows rows, double[] scores)
    {
        if (kind == PredictionKind.Probability)
            return Savings(rows, scores);
        double[] errors = [.. scores.Select((score, row) => score - rows.Labels[row])];
        double side = Math.Sign(errors.Sum());
        return [.. errors.Select(error => side * error)];
    }

    /// <summary>What the best straight correction saves on each row; null where none can be fitted.</summary>
    private static double[]? Savings(LabelledRows rows, double[] scores)
    {
        double[] margins = Array.ConvertAll(scores, score => Logistic.LogOdds(Math.Clamp(score, Edge, 1 - Edge)));
        if (LogisticRecalibration.Fit(margins, rows.Labels) is not { } fit)
            return null;
        var savings = new double[scores.Length];
        for (int row = 0; row < savings.Length; row++)
            savings[row] = Losses.Log(rows.Labels[row], scores[row]) - Losses.Log(rows.Labels[row], Logistic.Sigmoid((fit.Slope * margins[row]) + fit.Intercept));
        return savings;
    }

    /// <summary>Null where nothing came true.</summary>
    public static double? OfAmounts(LabelledRows rows, double[] scores)
    {
        if (rows.Mean is not { } mean || !(mean > 0))
            return null;
        double[] errors = [.. scores.Select((score, row) => score - rows.Labels[row])];
        double off = errors.Average();
        double? error = rows.Clusters.StandardErrorOfMean([.. errors.Select(e => e - off)]);
        return Math.Max(0, Math.Abs(off) - (OneSided * (error ?? double.PositiveInfinity))) / mean;
    }
}
