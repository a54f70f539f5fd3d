namespace Coppice.Client;

/// <summary>When a prediction is acknowledged.</summary>
public enum PredictionDurability
{
    /// <summary>Once it is on disk.</summary>
    Commit,

    /// <summary>Before it is on disk: faster, and a crash may lose the last few milliseconds.</summary>
    Async,
}
