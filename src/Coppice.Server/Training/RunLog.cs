using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Training;

/// <summary>
/// Writes down the steps of a run: each one when it begins, within one now and then. Lines are kept back for a moment, so that a short
/// run writes them together with its end.
/// </summary>
public sealed class RunLog(Database database, RunLogStore store, TimeProvider time, long runId)
{
    private const int MostLines = 500;
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeptBack = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly List<RunLogLine> _unsaved = [];
    private long _lines;
    private string? _step;
    private long _lastLine = time.GetTimestamp();
    private long _lastSaved = time.GetTimestamp();

    public void Note(RunProgress progress)
    {
        RunLogLine[] due = [];
        lock (_gate)
        {
            if (progress.Step == _step && time.GetElapsedTime(_lastLine) < LineEvery)
                return;
            _step = progress.Step;
            Add(progress.Detail is null ? progress.Step : $"{progress.Step}: {progress.Detail}");
            if (time.GetElapsedTime(_lastSaved) >= KeptBack)
                due = Take();
        }

        // Outside the lock: whoever ends the run holds the database and asks for the lock.
        if (due.Length > 0)
            database.Write(session => store.Add(session, runId, due));
    }

    /// <summary>Writes down what came of a part of the run.</summary>
    public void Say(string text)
    {
        lock (_gate)
            Add(text);
    }

    /// <summary>Adds a last line and writes what was kept back.</summary>
    public void End(Session session, string text)
    {
        lock (_gate)
        {
            Add(text);
            store.Add(session, runId, Take());
        }
    }

    /// <summary>Lines not written yet.</summary>
    public IReadOnlyList<RunLogLine> Unsaved
    {
        get
        {
            lock (_gate)
                return [.. _unsaved];
        }
    }

    private void Add(string text)
    {
        _lastLine = time.GetTimestamp();
        if (_lines < MostLines)
            _unsaved.Add(new RunLogLine(++_lines, time.GetUtcNow(), text));
    }

    private RunLogLine[] Take()
    {
        RunLogLine[] lines = [.. _unsaved];
        _unsaved.Clear();
        _lastSaved = time.GetTimestamp();
        return lines;
    }
}
