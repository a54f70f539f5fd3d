namespace Coppice.Server.Schedules;

/// <summary>What can be due at a time.</summary>
public static class ScheduleNames
{
    public const string Incremental = "incremental";
    public const string Full = "full";
    public const string Compare = "compare";

    /// <summary>Old versions are let go of.</summary>
    public const string Prune = "prune";

    /// <summary>Every customer of whom anything is known is scored.</summary>
    public const string Score = "score";
}
