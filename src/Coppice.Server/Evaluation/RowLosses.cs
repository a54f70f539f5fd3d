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
}
