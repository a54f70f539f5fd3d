using Coppice.Server.Files;
using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Turns the tree of the file into a definition.</summary>
internal static class WorkspaceReader
{
    internal const string NameShape = "a name of letters, digits, - and _, at most 60 characters";

    public static DefinitionResult Read(MapNode root, ProblemList problems)
    {
        var section = new Section(root, path: "", problems);
        string? name = section.Text("workspace");
        if (name is null)
            section.Missing("workspace", NameShape);
        else if (!IsName(name))
            section.Mismatch("workspace", NameShape, section.Find("workspace")!);

        var recipes = RecipeReader.Read(section.Child("recipes"));
        var definition = new WorkspaceDefinition
        {
            Name = name ?? "",
            TimeZone = ReadTimeZone(section),
            Database = ReadDatabase(section),
            Models = ReadModels(section, RecipeReader.Known(recipes)),
            Recipes = recipes,
            Training = TrainingReader.Read(section.Child("training")),
            Schedule = ReadSchedule(section.Child("schedule")),
            Versions = ReadVersions(section.Child("versions")),
            Drift = ReadDrift(section.Child("drift")),
            Quality = QualityReader.Read(section.Child("quality")),
            Alerts = AlertsReader.Read(section.Child("alerts")),
            Gates = GatesReader.Read(section.Child("gates")),
            Ramp = section.PartOrOff("ramp", null, () => new RampOptions(), RampReader.Read),
        };
        section.ReportUnknownKeys();
        return new DefinitionResult(problems.IsEmpty ? definition : null, problems.InOrder());
    }

    private static TimeZoneInfo ReadTimeZone(Section section)
    {
        string? id = section.Text("time_zone");
        if (id is null)
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone))
            return zone;

        string hint = NearestWord.Of(id, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id)) is { } nearest ? $" (did you mean {nearest}?)" : "";
        section.Mismatch("time_zone", $"a time zone such as Europe/Paris{hint}", section.Find("time_zone")!);
        return TimeZoneInfo.Utc;
    }

    private static string? ReadDatabase(Section section)
    {
        string? location = section.Text("database");
        if (location is not null && Database.ProblemWith(location) is { } problem)
            section.Report(section.Find("database")!.Line, $"database: {problem}");
        return location;
    }

    private static List<ModelDefinition> ReadModels(Section section, Dictionary<string, Recipe> recipes)
    {
        var models = new List<ModelDefinition>();
        Section list = section.Child("models");
        if (list.Entries.Count == 0)
            section.Missing("models", "at least one, such as purchase: { label: { event: purchase, within: 30d } }");

        foreach (MapEntry entry in list.Entries)
        {
            if (!IsName(entry.Key))
                section.Report(entry.Line, $"models: expected {NameShape}, found \"{entry.Key}\"");
            if (list.Find(entry.Key) is null)
                section.Report(entry.Line, $"models.{entry.Key}: label is missing; expected how truth is found, such as {{ event: purchase, within: 30d }}");
            else if (ModelReader.Read(entry.Key, list.Child(entry.Key), recipes) is { } model)
                models.Add(model);
        }

        return models;
    }

    private static ScheduleOptions ReadSchedule(Section section)
    {
        var defaults = new ScheduleOptions();
        var schedule = new ScheduleOptions
        {
            Incremental = ReadCron(section, "incremental", defaults.Incremental),
            Full = ReadCron(section, "full", defaults.Full),
            Compare = ReadCron(section, "compare", defaults.Compare),
            Prune = ReadCron(section, "prune", defaults.Prune),
            Score = ReadCron(section, "score", defaults.Score),
        };
        section.ReportUnknownKeys();
        return schedule;
    }

    private static VersionOptions ReadVersions(Section section)
    {
        var versions = new VersionOptions { Keep = section.Integer("keep", new VersionOptions().Keep, 1, 10_000) };
        section.ReportUnknownKeys();
        return versions;
    }

    private static DriftOptions ReadDrift(Section section)
    {
        var defaults = new DriftOptions();
        var drift = new DriftOptions
        {
            Window = section.Duration("window", defaults.Window, TimeSpan.FromHours(1)) ?? defaults.Window,
            FalseAlarms = section.Number("false_alarms", defaults.FalseAlarms, 0.01, 100),
        };
        section.ReportUnknownKeys();
        return drift;
    }

    private static string? ReadCron(Section section, string key, string? fallback)
    {
        string? text = section.Text(key);
        if (text is "off" or "false")
            return null;
        if (text is not null && CronShape.Problem(text) is { } problem)
            section.Report(section.Find(key)!.Line, $"{section.PathOf(key)}: {problem}");
        return text ?? fallback;
    }

    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 60 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
