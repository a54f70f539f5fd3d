namespace Coppice.Server.Evaluation;

/// <summary>Where a better value of a metric lies.</summary>
public enum MetricDirection
{
    Higher,
    Lower,
    NearerToZero,
    NearerToOne,
}
