namespace Coppice.Server.Workspaces;

/// <summary>How examples are made from the past.</summary>
public sealed record BackfillOptions
{
    /// <summary>Time between two cut-offs. Default one calendar month.</summary>
    public Cadence Every { get; init; } = Cadence.Month;

    /// <summary>The first cut-off that may be used. Default: where the history begins.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Most examples that are kept. Default 500,000.</summary>
    public int MaxRows { get; init; } = 500_000;
}
