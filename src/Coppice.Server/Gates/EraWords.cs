using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;

namespace Coppice.Server.Gates;

/// <summary>An era in the words of the wire.</summary>
internal static class EraWords
{
    private static readonly double TwoSided = Distributions.NormalQuantile(0.975);

    public static EraResponse Describe(EraComparison era)
    {
        var compared = era.Compared;
        return new EraResponse(
            era.Era.Name,
            compared.Rows,
            era.Positives,
            new MetricComparison(compared.Metric, compared.Champion, compared.Challenger, compared.Improvement, TwoSided * compared.StandardError, compared.Resolvable),
            era.Era.Counts,
            era.Harm);
    }
}
