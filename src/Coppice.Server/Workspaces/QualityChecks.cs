namespace Coppice.Server.Workspaces;

/// <summary>Everything that is looked at in data that comes in.</summary>
public static class QualityChecks
{
    public static readonly QualityCheck ColumnGone = new("column_gone", "COP-QUALITY-001", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck ColumnNew = new("column_new", "COP-QUALITY-002", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Type = new("type", "COP-QUALITY-003", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck Unreadable = new("unreadable", "COP-QUALITY-004", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck SameFile = new("same_file", "COP-QUALITY-005", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Missing = new("missing", "COP-QUALITY-006", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Range = new("range", "COP-QUALITY-007", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck NewCategory = new("new_category", "COP-QUALITY-008", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Duplicates = new("duplicates", "COP-QUALITY-009", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck Stale = new("stale", "COP-QUALITY-010", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck Volume = new("volume", "COP-QUALITY-011", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck Future = new("future", "COP-QUALITY-012", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck UnknownCustomers = new("unknown_customers", "COP-QUALITY-013", QualitySeverity.Warning, CheckMoment.After);

    public static readonly QualityCheck BaseRate = new("base_rate", "COP-QUALITY-014", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck ConstantInput = new("constant_input", "COP-QUALITY-015", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck InputGone = new("input_gone", "COP-QUALITY-016", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck InputNew = new("input_new", "COP-QUALITY-017", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck InputMissing = new("input_missing", "COP-QUALITY-018", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck RepeatedExamples = new("repeated_examples", "COP-QUALITY-019", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Conflicts = new("conflicts", "COP-QUALITY-020", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck OneSided = new("one_sided", "COP-QUALITY-021", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck OldLabels = new("old_labels", "COP-QUALITY-022", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Synthetic = new("synthetic", "COP-QUALITY-023", QualitySeverity.Warning, CheckMoment.Before);

    /// <summary>Looked at in each file.</summary>
    public static IReadOnlyList<QualityCheck> OfFiles { get; } =
        [ColumnGone, ColumnNew, Type, Unreadable, SameFile, Missing, Range, NewCategory, Duplicates, Stale, Volume, Future, UnknownCustomers];

    /// <summary>Looked at in each training set.</summary>
    public static IReadOnlyList<QualityCheck> OfTrainingSets { get; } =
        [BaseRate, ConstantInput, InputGone, InputNew, InputMissing, RepeatedExamples, Conflicts, OneSided, OldLabels, Synthetic];

    /// <summary>Looked at in a kind of data.</summary>
    public static IReadOnlyList<QualityCheck> Of(string kind) => kind == QualitySettings.Training ? OfTrainingSets : OfFiles;
}
