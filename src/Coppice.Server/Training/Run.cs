namespace Coppice.Server.Training;

/// <summary>One execution of a training strategy, as stored.</summary>
public sealed record Run
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required string Strategy { get; init; }

    public required string Trigger { get; init; }

    public required string Actor { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? Error { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>JSON, once done.</summary>
    public string? Result { get; init; }

    /// <summary>The newest label there was when it looked.</summary>
    public long LastLabel { get; init; }
}
