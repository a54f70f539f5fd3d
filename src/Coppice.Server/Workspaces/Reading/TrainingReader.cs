namespace Coppice.Server.Workspaces.Reading;

internal static class TrainingReader
{
    private static readonly Dictionary<string, IncrementalMethod> Methods = new()
    {
        ["refresh"] = IncrementalMethod.Refresh,
        ["grow"] = IncrementalMethod.Grow,
    };

    public static TrainingOptions Read(Section section)
    {
        var defaults = new TrainingOptions();
        var training = new TrainingOptions
        {
            Incremental = ReadIncremental(section.Child("incremental")),
            Triggers = ReadTriggers(section.Child("triggers")),
            Repair = ReadRepair(section, defaults.Repair),
            AtOnce = section.Integer("at_once", defaults.AtOnce, 1, 64),
            MaxTime = TimeSpan.FromMinutes(section.Integer("max_minutes", (int)defaults.MaxTime.TotalMinutes, 1, 7 * 24 * 60)),
            Seed = (ulong)section.Integer("seed", (int)defaults.Seed, 0, int.MaxValue),
        };
        section.ReportUnknownKeys();
        return training;
    }

    private static IncrementalOptions ReadIncremental(Section section)
    {
        IncrementalMethod method = section.Choice("method", new IncrementalOptions().Method, Methods);
        int trees = method is IncrementalMethod.Grow ? IncrementalOptions.GrowTrees : IncrementalOptions.RefreshTrees;
        var incremental = new IncrementalOptions { Method = method, Trees = section.Integer("trees", trees, 1, 1000) };
        section.ReportUnknownKeys();
        return incremental;
    }

    private static RepairOptions? ReadRepair(Section section, RepairOptions? fallback)
    {
        if (section.Find("repair") is not MapNode)
            return section.Flag("repair", fallback is not null) ? fallback : null;
        Section child = section.Child("repair");
        var repair = new RepairOptions { TuneMinutes = child.IntegerOrOff("tune_minutes", null, 1, 24 * 60) };
        child.ReportUnknownKeys();
        return repair;
    }

    private static TriggerOptions ReadTriggers(Section section)
    {
        var defaults = new TriggerOptions();
        var triggers = new TriggerOptions
        {
            NewLabels = section.IntegerOrOff("new_labels", defaults.NewLabels, 1, 1_000_000_000),
            Every = section.DurationOrOff("every", defaults.Every, TimeSpan.FromHours(1)),
            Drift = section.Flag("drift", defaults.Drift),
            PerformanceDrop = section.NumberOrOff("performance_drop", defaults.PerformanceDrop, 0.0001, 1),
        };
        section.ReportUnknownKeys();
        return triggers;
    }
}
