using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Training;

/// <summary>One run's progress.</summary>
public sealed class LiveRun(long runId, RunLog log)
{
    private const int MostWaiting = 64;

    private readonly Watched<RunProgress> _progress = new(new RunProgress("wait", 0, null), MostWaiting);

    public long RunId => runId;

    public RunLog Log => log;

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Cancelled where a search is to end with what it has; the run goes on.</summary>
    public CancellationTokenSource Enough { get; } = new();

    /// <summary>What a search has found so far; null in other runs.</summary>
    public Leaderboard? Leaderboard { get; set; }

    /// <summary>The newest label there was when the run looked; 0 until it has.</summary>
    public long LastLabel { get; set; }

    public RunProgress Latest => _progress.Latest;

    internal Task Ended => _progress.Ended;

    public void Report(RunProgress progress)
    {
        log.Note(progress);
        _progress.Report(progress);
    }

    public IAsyncEnumerable<RunProgress> WatchAsync(CancellationToken cancellationToken) => _progress.WatchAsync(cancellationToken);

    internal void End() => _progress.End();
}
