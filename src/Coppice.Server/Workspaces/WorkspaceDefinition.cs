namespace Coppice.Server.Workspaces;

/// <summary>What <c>coppice.yaml</c> says: read once, checked whole, never changed.</summary>
public sealed record WorkspaceDefinition
{
    public required string Name { get; init; }

    /// <summary>The zone in which schedules and calendar months are read. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Path of an SQLite file, or address of a PostgreSQL database. Default null: <c>coppice.db</c> beside the definition.</summary>
    public string? Database { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<ModelDefinition> Models { get; init; }

    /// <summary>The recipes the file names, in its order; the built-in ones are not among them.</summary>
    public IReadOnlyList<Recipe> Recipes { get; init; } = [];

    public TrainingOptions Training { get; init; } = new();

    public ScheduleOptions Schedule { get; init; } = new();

    public VersionOptions Versions { get; init; } = new();

    public DriftOptions Drift { get; init; } = new();

    public QualitySettings Quality { get; init; } = new();

    public AlertOptions Alerts { get; init; } = new();

    public GateSettings Gates { get; init; } = GateSettings.Of(GatePreset.Strict);

    /// <summary>How a version that passed the gates takes over. Default null: at once.</summary>
    public RampOptions? Ramp { get; init; }

    public ModelDefinition? Find(string model) => Models.FirstOrDefault(m => m.Name == model);
}
