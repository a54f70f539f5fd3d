namespace Coppice.Server.Workspaces;

/// <summary>
/// What <c>coppice.yaml</c> says, as far as it is in force. Another definition takes its place whole, and only while nobody decides by it:
/// a run, or the loop's look at a model, holds it from its beginning to its end.
/// </summary>
public sealed class DefinitionInForce(WorkspaceDefinition started)
{
    private readonly Lock _gate = new();
    private WorkspaceDefinition _current = started;
    private Action[] _listeners = [];
    private int _holders;

    public WorkspaceDefinition Current => Volatile.Read(ref _current);

    public string Name => Current.Name;

    public TimeZoneInfo TimeZone => Current.TimeZone;

    public IReadOnlyList<ModelDefinition> Models => Current.Models;

    public TrainingOptions Training => Current.Training;

    public ScheduleOptions Schedule => Current.Schedule;

    public VersionOptions Versions => Current.Versions;

    public DriftOptions Drift => Current.Drift;

    public QualitySettings Quality => Current.Quality;

    public AlertOptions Alerts => Current.Alerts;

    public GateSettings Gates => Current.Gates;

    public RampOptions? Ramp => Current.Ramp;

    public ModelDefinition? Find(string model) => Current.Find(model);

    /// <summary>The listener is called after each replacement.</summary>
    public void Listen(Action replaced)
    {
        lock (_gate)
            _listeners = [.. _listeners, replaced];
    }

    /// <summary>Keeps it as it is until it is let go of as often as it was held.</summary>
    public void Hold()
    {
        lock (_gate)
            _holders++;
    }

    public void LetGo()
    {
        lock (_gate)
            _holders--;
    }

    /// <summary>Puts another definition in force once it is written down; false where somebody decides by the one there is.</summary>
    public bool TryReplace(WorkspaceDefinition next, Action write)
    {
        lock (_gate)
        {
            if (_holders > 0)
                return false;
            write();
            Volatile.Write(ref _current, next);
        }

        foreach (var replaced in _listeners)
            replaced();
        return true;
    }
}
