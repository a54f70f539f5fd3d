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
}

/// <summary>What a run can be.</summary>
public static class RunStates
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>The process ended before the run did; nothing of it was kept.</summary>
    public const string Interrupted = "interrupted";
}

/// <summary>How a version is made.</summary>
public static class Strategies
{
    public const string Auto = "auto";
    public const string Full = "full";
    public const string Incremental = "incremental";
    public const string Refresh = "refresh";
    public const string Grow = "grow";
}
