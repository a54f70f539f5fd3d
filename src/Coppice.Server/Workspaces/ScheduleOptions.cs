namespace Coppice.Server.Workspaces;

/// <summary>Times to train and to score, as five-field cron text in the time zone of the workspace. Null is off.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Default every day at 06:00.</summary>
    public string? Incremental { get; init; } = "0 6 * * *";

    /// <summary>Default Sunday at 02:00.</summary>
    public string? Full { get; init; } = "0 2 * * SUN";

    /// <summary>Default the first of the month at 03:00.</summary>
    public string? Compare { get; init; } = "0 3 1 * *";

    /// <summary>When old versions are let go of. Default the first of the month at 04:00.</summary>
    public string? Prune { get; init; } = "0 4 1 * *";

    /// <summary>When every customer of whom anything is known is scored. Default every night at 03:30.</summary>
    public string? Score { get; init; } = "30 3 * * *";
}
