using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>
/// What a champion was promoted with: how it ranks and what its answers cost, each at the end of its 95 % interval that is still kept. Both count,
/// because a new calibration mends the one and never the other (decision 0024).
/// </summary>
public sealed class PromisedLevel
{
    private readonly IReadOnlyList<(MetricDefinition Metric, double Bound)> _bounds;

    private PromisedLevel(IReadOnlyList<(MetricDefinition Metric, double Bound)> bounds) => _bounds = bounds;

    /// <summary>The level on the rows that decided; without a report nothing was promised and nothing restores it.</summary>
    public static PromisedLevel Of(PredictionKind kind, DecisionReport? report)
    {
        string[] names = [ModelMeasurement.Headline(kind), PrimaryMetric.Of(kind)];
        var bounds = new List<(MetricDefinition, double)>();
        foreach (string name in names)
        {
            if (report?.Promised(kind, name) is { } bound)
                bounds.Add((MetricDefinition.Find(kind, name)!, bound));
        }

        return new PromisedLevel(bounds);
    }

    /// <summary>Whether metrics on other rows keep all of it.</summary>
    public bool IsKeptBy(IReadOnlyDictionary<string, double?> metrics) =>
        _bounds.Count > 0 && _bounds.All(bound => metrics.GetValueOrDefault(bound.Metric.Name) is { } value && bound.Metric.Compare(value, bound.Bound) >= 0);
}
