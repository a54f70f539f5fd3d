namespace Coppice.Server.Triggers;

/// <summary>Why a run starts.</summary>
public static class TriggerNames
{
    public const string Manual = "manual";
    public const string NewLabels = "new_labels";
    public const string Schedule = "schedule";
    public const string Performance = "performance";
}
