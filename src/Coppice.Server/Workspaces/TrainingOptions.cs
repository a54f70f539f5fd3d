namespace Coppice.Server.Workspaces;

/// <summary>How and when models are retrained.</summary>
public sealed record TrainingOptions
{
    public IncrementalOptions Incremental { get; init; } = new();

    public TriggerOptions Triggers { get; init; } = new();

    /// <summary>Age at which an example counts half. Default 90 days (methods 3.3); null: every example counts the same.</summary>
    public TimeSpan? HalfLife { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Same seed, same data, same build: same bytes. Default 42.</summary>
    public ulong Seed { get; init; } = 42;
}
