using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>What the replicates say about an improvement.</summary>
public sealed record BootstrapResult(
    IReadOnlyList<double> Improvements, double Mean, double StandardError, double Lower, double Upper, double LowerBound, double SuperiorityP)
{
    /// <summary>A two-sided interval at 1 - significance level and a one-sided lower bound at the significance level.</summary>
    public static BootstrapResult Of(double[] improvements, double significanceLevel)
    {
        double mean = improvements.Average();
        double squares = 0;
        int notBetter = 0;
        foreach (double improvement in improvements)
        {
            squares += (improvement - mean) * (improvement - mean);
            notBetter += improvement <= 0 ? 1 : 0;
        }
        double[] sorted = [.. improvements];
        Array.Sort(sorted);
        return new BootstrapResult(
            improvements,
            mean,
            improvements.Length > 1 ? Math.Sqrt(squares / (improvements.Length - 1)) : 0,
            OrderStatistics.Quantile(sorted, significanceLevel / 2),
            OrderStatistics.Quantile(sorted, 1 - (significanceLevel / 2)),
            OrderStatistics.Quantile(sorted, significanceLevel),
            (1.0 + notBetter) / (improvements.Length + 1));
    }
}
