using System.Text.Json.Serialization;
using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>A metric with its customer-clustered standard error and two-sided 95 % interval.</summary>
public sealed record MetricEstimate(double Value, double StandardError, double Lower, double Upper)
{
    private static readonly double TwoSided = Distributions.NormalQuantile(0.975);

    /// <summary>Half the width of the interval.</summary>
    [JsonIgnore]
    public double HalfWidth => Upper - Value;

    /// <summary>Null without a value or with fewer than two customers.</summary>
    public static MetricEstimate? Of(double? value, double? standardError) =>
        value is { } known && standardError is { } error
            ? new MetricEstimate(known, error, known - (TwoSided * error), known + (TwoSided * error))
            : null;
}
