using Coppice.Server.Quality;
using Coppice.Server.Serving.Batches;

namespace Coppice.Server.Alerts;

/// <summary>What rules are told about the workspace as a whole.</summary>
public sealed record WorkspaceFacts
{
    /// <summary>The workspace's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The newest batches that were done or have failed, newest first.</summary>
    public IReadOnlyList<Batch> Batches { get; init; } = [];

    /// <summary>The newest files that came, newest first.</summary>
    public IReadOnlyList<ImportRecord> Imports { get; init; } = [];

    /// <summary>What arrives, by the name of the feed.</summary>
    public IReadOnlyDictionary<string, FeedHistory> Feeds { get; init; } = new Dictionary<string, FeedHistory>();

    public LoopStanding Loop { get; init; } = new(null, null);

    /// <summary>Background loops that have died, with what ended them.</summary>
    public IReadOnlyList<EndedLoop> Ended { get; init; } = [];

    /// <summary>Marks of the workspace's open alerts, by code.</summary>
    public IReadOnlyDictionary<string, string> Open { get; init; } = new Dictionary<string, string>();
}

/// <summary>A background loop that has died.</summary>
public sealed record EndedLoop(string Name, string Error);
