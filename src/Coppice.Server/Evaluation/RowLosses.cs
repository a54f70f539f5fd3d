namespace Coppice.Server.Evaluation;

/// <summary>A metric that is a mean of row losses: its rows, its mean, its error.</summary>
public sealed class RowLosses
{
    private readonly double[] _losses;

    private RowLosses(double[] losses)
    {
        _losses = losses;
        double sum = 0;
        foreach (double loss in losses)
            sum += loss;
        Mean = losses.Length == 0 ? null : sum / losses.Length;
    }

    public ReadOnlySpan<double> OfRows => _losses;

    /// <summary>Null without rows.</summary>
    public double? Mean { get; }

    /// <summary>Of the mean; null without rows.</summary>
    public double? Root => Mean is { } mean ? Math.Sqrt(mean) : null;

    /// <summary>Whether a loss of logarithms is defined: no label and no prediction below zero.</summary>
    public static bool AreOfLogarithms(LabelledRows rows, ReadOnlySpan<double> scores) => !rows.HasNegativeLabels && !scores.ContainsAnyExceptInRange(0, double.MaxValue);

    public static RowLosses Of(LabelledRows rows, ReadOnlySpan<double> scores, Func<double, double, double> loss)
    {
        ReadOnlySpan<double> labels = rows.Labels;
        var losses = new double[labels.Length];
        for (int row = 0; row < losses.Length; row++)
            losses[row] = loss(labels[row], scores[row]);
        return new RowLosses(losses);
    }

    /// <summary>1 - mean loss / mean loss of a constant prediction; null when the constant makes no error.</summary>
    public double? SkillAgainst(LabelledRows rows, double constant, Func<double, double, double> loss)
    {
        double sum = 0;
        foreach (double label in rows.Labels)
            sum += loss(label, constant);
        return sum > 0 ? 1 - (Mean * rows.Count / sum) : null;
    }

    public double? StandardError(LabelledRows rows)
    {
        if (Mean is not { } mean)
            return null;
        var influences = new double[_losses.Length];
        for (int row = 0; row < influences.Length; row++)
            influences[row] = _losses[row] - mean;
        return rows.Clusters.StandardErrorOfMean(influences);
    }

    /// <summary>The mean's, by the slope of the root; null where nothing is off.</summary>
    public double? StandardErrorOfRoot(LabelledRows rows) => Root is > 0 and { } root ? StandardError(rows) / (2 * root) : null;
}
