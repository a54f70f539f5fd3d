namespace Coppice.Server.Storage;

/// <summary>Bounds of the queue in front of the database.</summary>
public sealed record GroupCommitOptions
{
    /// <summary>Writes that may wait. More are refused, and their callers asked to come back.</summary>
    public int MostQueued { get; init; } = 16_384;

    /// <summary>Bytes that waiting writes may hold.</summary>
    public long MostBytes { get; init; } = 64 << 20;
}
