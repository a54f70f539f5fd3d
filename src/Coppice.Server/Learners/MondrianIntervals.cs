using Coppice.Server.Predictions;

namespace Coppice.Server.Learners;

/// <summary>
/// How far the truth may lie from an answered amount: residuals of log(1 + amount) on calibration rows, apart for small and large answers
/// (Mondrian split conformal prediction, methods 7.5). They are measured on rows that the trees were not fitted to, but that slice also
/// chose how many trees there are, and the version that answers is fitted on it as well; the fresh block says whether they hold.
/// </summary>
public sealed record MondrianIntervals
{
    /// <summary>The least answer of every bin but the first, ascending.</summary>
    public required double[] Edges { get; init; }

    /// <summary>Low answers first.</summary>
    public required ResidualTails[] Bins { get; init; }

    /// <summary>Where the truth of an answer lies, missed in <paramref name="missRate"/> of cases.</summary>
    public AmountInterval Of(double answer, double missRate = AmountInterval.MissRate)
    {
        int bin = 0;
        while (bin < Edges.Length && answer >= Edges[bin])
            bin++;
        var (low, high) = Bins[bin].At(missRate);
        double bottom = Math.Max(0, ((1 + answer) * Math.Exp(low)) - 1);
        return new AmountInterval(bottom, Math.Max(bottom, ((1 + answer) * Math.Exp(high)) - 1));
    }
}
