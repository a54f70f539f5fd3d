using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>How good one version is on one block. A metric that the rows cannot answer is null.</summary>
public abstract record ModelMetrics
{
    public required int Rows { get; init; }

    public required int Positives { get; init; }

    public abstract PredictionKind Kind { get; }

    /// <summary>Values of the metrics that carry an interval, by name.</summary>
    public required IReadOnlyDictionary<string, MetricEstimate> Estimates { get; init; }

    /// <summary>Every scalar metric of this kind by its stable name, in the order of the registry.</summary>
    public IReadOnlyDictionary<string, double?> Values() =>
        MetricDefinition.Of(Kind).ToDictionary(metric => metric.Name, metric => metric.ValueOf(this));
}
