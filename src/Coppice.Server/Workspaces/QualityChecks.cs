namespace Coppice.Server.Workspaces;

/// <summary>Everything that is looked at in data that comes in.</summary>
public static class QualityChecks
{
    public static readonly QualityCheck ColumnGone = new("column_gone", "COP-QUALITY-001", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck ColumnNew = new("column_new", "COP-QUALITY-002", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Type = new("type", "COP-QUALITY-003", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck Unreadable = new("unreadable", "COP-QUALITY-004", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck SameFile = new("same_file", "COP-QUALITY-005", QualitySeverity.Blocking, CheckMoment.Before);
    public static readonly QualityCheck Missing = new("missing", "COP-QUALITY-006", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Range = new("range", "COP-QUALITY-007", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck NewCategory = new("new_category", "COP-QUALITY-008", QualitySeverity.Warning, CheckMoment.Before);
    public static readonly QualityCheck Duplicates = new("duplicates", "COP-QUALITY-009", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck Stale = new("stale", "COP-QUALITY-010", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck Volume = new("volume", "COP-QUALITY-011", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck Future = new("future", "COP-QUALITY-012", QualitySeverity.Warning, CheckMoment.After);
    public static readonly QualityCheck UnknownCustomers = new("unknown_customers", "COP-QUALITY-013", QualitySeverity.Warning, CheckMoment.After);

    public static IReadOnlyList<QualityCheck> All { get; } =
        [ColumnGone, ColumnNew, Type, Unreadable, SameFile, Missing, Range, NewCategory, Duplicates, Stale, Volume, Future, UnknownCustomers];
}
