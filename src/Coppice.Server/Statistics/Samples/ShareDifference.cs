namespace Coppice.Server.Statistics.Samples;

/// <summary>Two shares of rows, compared by a two-proportion z test (methods 4.3).</summary>
/// <param name="Change">The current share less that of the reference.</param>
/// <param name="Deviations">The change in standard errors where nothing has changed.</param>
public sealed record ShareDifference(double Change, double Deviations)
{
    /// <summary>Two-sided.</summary>
    public double PValue => PValueAt(1);

    /// <summary>The same where rows are worth less than independent ones: <paramref name="inflation"/> of them are worth one.</summary>
    public double PValueAt(double inflation) => Math.Min(1, 2 * Distributions.NormalSurvival(Math.Abs(Deviations) / Math.Sqrt(inflation)));

    public static ShareDifference Of(long reference, long referenceRows, long current, long currentRows)
    {
        if (referenceRows == 0 || currentRows == 0)
            return new ShareDifference(0, 0);
        double change = ((double)current / currentRows) - ((double)reference / referenceRows);
        double pooled = (double)(reference + current) / (referenceRows + currentRows);
        double error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / referenceRows) + (1.0 / currentRows)));
        return new ShareDifference(change, error > 0 ? change / error : 0);
    }
}
