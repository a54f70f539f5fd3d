using Coppice.Client;

namespace Coppice.Server.Evaluation;

/// <summary>Metrics in the words of the wire.</summary>
public static class MetricDescription
{
    public static IReadOnlyDictionary<string, MetricBand> Bands(IReadOnlyDictionary<string, MetricEstimate> estimates) =>
        estimates.ToDictionary(e => e.Key, e => new MetricBand(e.Value.Lower, e.Value.Upper));

    /// <summary>Null for probabilities.</summary>
    public static IReadOnlyList<DecileResponse>? Deciles(ModelMetrics metrics) => metrics is AmountMetrics amounts
        ? [.. amounts.DecileBins.Select(bin => new DecileResponse(bin.Rows, bin.MeanPrediction, bin.MeanLabel))]
        : null;
}
