namespace Coppice.Client;

/// <summary>A model's versions in time with one metric, and every change of champion.</summary>
public sealed record HistoryResponse(string Model, string Metric, IReadOnlyList<HistoryPoint> Points, IReadOnlyList<DeploymentResponse> Deployments);

/// <summary>One version on the rows it was judged on.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When it was made.</param>
/// <param name="Value">The metric; null where undefined.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval where a formula gives one.</param>
/// <param name="Rows">Rows behind the value.</param>
/// <param name="Decision"><c>promoted</c>, <c>held</c> or <c>rejected</c>.</param>
public sealed record HistoryPoint(string Version, DateTimeOffset At, double? Value, double? HalfWidth, long Rows, string? Decision)
{
    /// <summary>Who let it past that decision; null where nobody did.</summary>
    public OverrideResponse? Override { get; init; }
}
