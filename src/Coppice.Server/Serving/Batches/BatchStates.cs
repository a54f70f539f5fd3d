namespace Coppice.Server.Serving.Batches;

/// <summary>What a batch can be.</summary>
public static class BatchStates
{
    public const string Queued = "queued";

    /// <summary>Under way; after a restart it goes on from its last recorded chunk.</summary>
    public const string Running = "running";

    /// <summary>Every row is answered, some by companions, whose scores the versions replace; also after a restart.</summary>
    public const string Refining = "refining";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
