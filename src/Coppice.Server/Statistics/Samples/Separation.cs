namespace Coppice.Server.Statistics.Samples;

/// <summary>How well a classifier tells two samples apart, against one that cannot (methods 4.5).</summary>
/// <param name="Auc">Of rows that the classifier had not seen.</param>
/// <param name="StandardError">Of the AUC of a classifier that cannot tell them apart.</param>
public sealed record Separation(double Auc, double StandardError)
{
    public double Deviations => (Auc - 0.5) / StandardError;

    /// <summary>One-sided.</summary>
    public double PValue => Distributions.NormalSurvival(Deviations);

    public static Separation Of(double auc, int referenceRows, int currentRows) =>
        new(auc, Math.Sqrt((referenceRows + currentRows + 1.0) / (12.0 * referenceRows * currentRows)));
}
