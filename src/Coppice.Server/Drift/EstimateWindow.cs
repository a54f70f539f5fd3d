namespace Coppice.Server.Drift;

/// <summary>What was expected of answers before their labels came, and what came true, as stored.</summary>
public sealed record EstimateWindow
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Labels up to this number have been in a window.</summary>
    public required long LastLabel { get; init; }

    public required long Rows { get; init; }

    public required string Metric { get; init; }

    public required double Estimated { get; init; }

    public required double Realised { get; init; }

    /// <summary>How much too high the estimate was.</summary>
    public double Bias => Estimated - Realised;
}
