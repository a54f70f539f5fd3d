namespace Coppice.Server.Training;

/// <summary>What a run can be.</summary>
public static class RunStates
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>There was too little to learn from yet; nothing is wrong.</summary>
    public const string Skipped = "skipped";

    /// <summary>The process ended before the run did; nothing of it was kept.</summary>
    public const string Interrupted = "interrupted";
}
