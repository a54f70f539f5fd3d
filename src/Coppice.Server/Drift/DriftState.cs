namespace Coppice.Server.Drift;

/// <summary>How far the looking of a model has come, and where its views stand.</summary>
public sealed record DriftState
{
    /// <summary>Of the champion that views were last held against; an update on top of it goes on where it stood.</summary>
    public required int Major { get; init; }

    /// <summary>Predictions up to this number have been in a window.</summary>
    public required long LastPrediction { get; init; }

    /// <summary>When the window that is open began.</summary>
    public required DateTimeOffset WindowFrom { get; init; }

    /// <summary>A window that is still short of customers is not counted again before this.</summary>
    public DateTimeOffset NextCount { get; init; }

    /// <summary>Labels up to this number have been in a window.</summary>
    public required long LastLabel { get; init; }

    /// <summary>When the window of labels that is open began.</summary>
    public required DateTimeOffset LabelsFrom { get; init; }

    /// <summary>The same as <see cref="NextCount"/>, for labels.</summary>
    public DateTimeOffset NextLabelCount { get; init; }

    /// <summary>Labels up to this number are among the errors.</summary>
    public required long LastError { get; init; }

    /// <summary>Null until the first label of an answer has matured.</summary>
    public ErrorHistory? Errors { get; init; }

    /// <summary>By view.</summary>
    public IReadOnlyDictionary<string, DriftStanding> Standings { get; init; } = new Dictionary<string, DriftStanding>();

    public static DriftState Start(int major, long lastPrediction, long lastLabel, DateTimeOffset now) => new()
    {
        Major = major,
        LastPrediction = lastPrediction,
        WindowFrom = now,
        LastLabel = lastLabel,
        LabelsFrom = now,
        LastError = lastLabel,
    };

    /// <summary>After a full retrain: what has drifted is measured anew.</summary>
    public DriftState For(int major, long lastLabel, DateTimeOffset now) =>
        this with { Major = major, LastLabel = lastLabel, LabelsFrom = now, Errors = null, Standings = new Dictionary<string, DriftStanding>() };

    public DriftStanding Of(string view) => Standings.GetValueOrDefault(view) ?? DriftStanding.Unknown;

    public DriftState With(string view, DriftStanding standing) => this with { Standings = new Dictionary<string, DriftStanding>(Standings) { [view] = standing } };
}
