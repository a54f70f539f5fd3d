namespace Coppice.Server.Evaluation;

/// <summary>Where a better value of a metric lies.</summary>
public enum MetricDirection
{
    Higher,
    Lower,
    NearerToZero,
    NearerToOne,

    /// <summary>Nearer to the share of truths that an interval is to hold.</summary>
    NearerToPromise,
}
