namespace Coppice.Server.Gates.Reviews;

/// <summary>A decision held against labels that came after it, as stored.</summary>
public sealed record DecisionReview
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required long DecisionId { get; init; }

    public required DateTimeOffset ReviewedAt { get; init; }

    public required long Rows { get; init; }

    /// <summary>One of <see cref="ReviewVerdicts"/>.</summary>
    public required string Verdict { get; init; }

    public required string Metric { get; init; }

    /// <summary>How much better the side that won is; below zero where it is worse.</summary>
    public required double Difference { get; init; }

    /// <summary>Half the width of its 95 % interval.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>What choosing the side that won saves by 1,000 customers; null without costs.</summary>
    public double? Saved { get; init; }

    public double? SavedHalfWidth { get; init; }
}
