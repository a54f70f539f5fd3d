namespace Coppice.Client;

/// <summary>Two versions on the same rows, none of which either has learnt from.</summary>
/// <param name="Model">The model.</param>
/// <param name="First">The first version named.</param>
/// <param name="Second">The second.</param>
/// <param name="Rows">Rows compared on.</param>
/// <param name="Positives">How many are positive (for an amount: above zero).</param>
/// <param name="From">Earliest time among the rows.</param>
/// <param name="Until">Latest time among the rows.</param>
/// <param name="Comparisons">Metric by metric; an improvement above zero favours the second.</param>
/// <param name="MeanChange">Mean absolute change of scores.</param>
/// <param name="DecileChanges">How many customers change decile.</param>
/// <param name="Sentence">The result for people.</param>
public sealed record CompareResponse(
    string Model,
    string First,
    string Second,
    long Rows,
    long Positives,
    DateTimeOffset From,
    DateTimeOffset Until,
    IReadOnlyList<MetricComparison> Comparisons,
    double? MeanChange,
    long? DecileChanges,
    string Sentence);
