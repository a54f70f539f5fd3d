namespace Coppice.Server.Gates;

/// <summary>The built-in gates in the order in which they are judged: the first that does not pass decides.</summary>
public static class GateNames
{
    /// <summary>The block holds enough labels of both kinds to tell versions apart. COP-GATE-001.</summary>
    public const string EnoughLabels = "enough_labels";

    /// <summary>What it learnt from is sound. COP-GATE-012.</summary>
    public const string DataQuality = "data_quality";

    /// <summary>Right at least as often as the contract asks. COP-GATE-002.</summary>
    public const string Floor = "floor";

    /// <summary>Better than predicting the same for everyone. COP-GATE-003.</summary>
    public const string Skill = "skill";

    /// <summary>No important metric falls far below the champion's. COP-GATE-004.</summary>
    public const string MaxDrop = "max_drop";

    /// <summary>Predictions do not jump. COP-GATE-005.</summary>
    public const string PredictionDrift = "prediction_drift";

    /// <summary>Not too many customers cross the line people act on. COP-GATE-009.</summary>
    public const string ScoreShock = "score_shock";

    /// <summary>No segment of customers surely falls. COP-GATE-007.</summary>
    public const string Segments = "segments";

    /// <summary>Nothing of the past is surely forgotten. COP-GATE-010.</summary>
    public const string PastEras = "past_eras";

    /// <summary>The level of the answers is right, or no further off than the champion's. COP-GATE-008.</summary>
    public const string Calibration = "calibration";

    /// <summary>Small and quick enough to answer everybody. COP-GATE-011.</summary>
    public const string Footprint = "footprint";

    /// <summary>Surely better than the champion, or surely no worse with a reason to be fresh. COP-GATE-006.</summary>
    public const string Improvement = "improvement";

    public static IReadOnlyList<string> All { get; } = [.. Gates(GateOptions.Strict).Select(gate => gate.Name)];

    /// <summary>The gates with the given bounds.</summary>
    public static IReadOnlyList<IGate> Gates(GateOptions options) =>
    [
        new EnoughLabelsGate(options),
        new DataQualityGate(),
        new FloorGate(options),
        new SkillGate(),
        new MaxDropGate(options),
        new PredictionDriftGate(options),
        new ScoreShockGate(options),
        new SegmentsGate(options),
        new PastErasGate(options),
        new CalibrationGate(options),
        new FootprintGate(options),
        new ImprovementGate(options),
    ];
}
