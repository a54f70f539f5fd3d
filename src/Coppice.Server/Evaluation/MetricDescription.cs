using Coppice.Client;

namespace Coppice.Server.Evaluation;

/// <summary>Metrics in the words of the wire.</summary>
public static class MetricDescription
{
    public static IReadOnlyDictionary<string, MetricBand> Bands(IReadOnlyDictionary<string, MetricEstimate> estimates) =>
        estimates.ToDictionary(e => e.Key, e => new MetricBand(e.Value.Lower, e.Value.Upper));

    /// <summary>What was said beside what came true, by tenths of the rows, lowest scores first.</summary>
    public static IReadOnlyList<DecileResponse> Tenths(ModelMetrics metrics) =>
    [
        .. (metrics is BinaryMetrics chances ? chances.CalibrationBins : ((AmountMetrics)metrics).DecileBins)
            .Select(bin => new DecileResponse(bin.Rows, bin.MeanPrediction, bin.MeanLabel)),
    ];

    public static IReadOnlyList<SegmentFigures> Segments(IReadOnlyList<SegmentComparison> segments) =>
    [
        .. segments.Select(segment => new SegmentFigures(
            segment.Name,
            segment.Compared.Rows,
            segment.Compared.Metric,
            segment.Compared.Champion,
            segment.Compared.Challenger,
            segment.Compared.Improvement,
            MetricEstimate.Of(segment.Compared.Improvement, segment.Compared.StandardError)?.HalfWidth)),
    ];

    /// <summary>Null for probabilities.</summary>
    public static IReadOnlyList<DecileResponse>? Deciles(ModelMetrics metrics) => metrics is AmountMetrics ? Tenths(metrics) : null;
}
