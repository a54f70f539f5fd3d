namespace Coppice.Server.Serving.Batches;

/// <summary>How batches are kept.</summary>
public sealed record BatchOptions
{
    /// <summary>Where files wait and results lie.</summary>
    public required string Folder { get; init; }

    /// <summary>What happens to batches that an earlier process did not finish. Default: they go on.</summary>
    public EarlierBatches Earlier { get; init; }

    /// <summary>How long a result is kept after its batch has ended; the recorded predictions stay. Default 30 days.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(30);
}

/// <summary>What a process does about batches of an earlier one.</summary>
public enum EarlierBatches
{
    GoOn,

    /// <summary>The process lives for one command only; a server that stays takes them up.</summary>
    Wait,
}
