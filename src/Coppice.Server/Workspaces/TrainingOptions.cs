namespace Coppice.Server.Workspaces;

/// <summary>How and when models are retrained.</summary>
public sealed record TrainingOptions
{
    public IncrementalOptions Incremental { get; init; } = new();

    public TriggerOptions Triggers { get; init; } = new();

    /// <summary>Drift and broken promises are answered by the cheapest repair that suffices; null answers them by a retrain. Default on.</summary>
    public RepairOptions? Repair { get; init; } = new();

    /// <summary>Models that learn at the same time, each on a processor of its own; never more than the machine has. Default 2.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>A run that takes longer is stopped. Default 60 minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Same seed, same data, same build: same bytes. Default 42.</summary>
    public ulong Seed { get; init; } = 42;
}
