using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>A metric with its customer-clustered standard error and two-sided 95 % interval.</summary>
public sealed record MetricEstimate(double Value, double StandardError, double Lower, double Upper)
{
    private static readonly double HalfWidth = Distributions.NormalQuantile(0.975);

    /// <summary>Null without a value or with fewer than two customers.</summary>
    public static MetricEstimate? Of(double? value, double? standardError) =>
        value is { } known && standardError is { } error
            ? new MetricEstimate(known, error, known - (HalfWidth * error), known + (HalfWidth * error))
            : null;
}
