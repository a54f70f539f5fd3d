namespace Coppice.Server.Triggers;

/// <summary>Why a run starts.</summary>
public static class TriggerNames
{
    /// <summary>Somebody asked for it.</summary>
    public const string Manual = "manual";

    /// <summary>Somebody asked for a better recipe.</summary>
    public const string Tune = "tune";

    /// <summary>Enough labels have matured since the last decision.</summary>
    public const string NewLabels = "new_labels";

    /// <summary>Long enough ago.</summary>
    public const string Interval = "interval";

    /// <summary>It is the time that the definition file names.</summary>
    public const string Schedule = "schedule";

    /// <summary>What the champion has learnt no longer holds.</summary>
    public const string Drift = "drift";

    /// <summary>The champion achieves less than was promised.</summary>
    public const string Performance = "performance";
}
