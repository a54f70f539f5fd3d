using Coppice.Server.Storage;

namespace Coppice.Server.Training;

/// <summary>Logs of runs.</summary>
public sealed class RunLogStore
{
    public void Add(Session session, long runId, IReadOnlyList<RunLogLine> lines)
    {
        using var insert = session.Prepare("INSERT INTO run_progress (run_id, line, at, text) VALUES ($1, $2, $3, $4)");
        foreach (var line in lines)
            insert.Execute(runId, line.Line, line.At.ToMicroseconds(), line.Text);
    }

    public IReadOnlyList<RunLogLine> List(Session session, long runId) =>
        session.Query<RunLogLine>("SELECT line, at, text FROM run_progress WHERE run_id = @runId ORDER BY line", new { runId });
}

/// <summary>A line of a run's log.</summary>
public sealed record RunLogLine(long Line, DateTimeOffset At, string Text);
