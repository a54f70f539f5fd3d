using Coppice.Client;

namespace Coppice.Server.Serving;

/// <summary>Scores of some rows by some versions, not recorded yet.</summary>
/// <param name="Requests">Who was asked about.</param>
/// <param name="AsOf">The time the inputs are for, microseconds UTC.</param>
/// <param name="Versions">One entry per version.</param>
public sealed record ScoredRows(IReadOnlyList<PredictionRequest> Requests, long AsOf, IReadOnlyList<VersionScores> Versions)
{
    /// <summary>The batch that replaces what companions say; needed where any answers.</summary>
    public long? Batch { get; init; }
}

/// <summary>One version's scores and the inputs it saw, per row; reasons where some were asked for.</summary>
public sealed record VersionScores(ScoringVersion By, double[] Scores, string[] Inputs, IReadOnlyList<PredictionReason>[]? Reasons)
{
    /// <summary>Rows that a version which is taking over has answered in its place.</summary>
    public IReadOnlySet<int> Taken { get; init; } = EmptyRows;

    private static readonly IReadOnlySet<int> EmptyRows = new HashSet<int>();

    /// <summary>Who answered a row.</summary>
    public ScoringVersion ByOf(int row) => Taken.Contains(row) ? By.Ramp!.Scoring : By;
}
