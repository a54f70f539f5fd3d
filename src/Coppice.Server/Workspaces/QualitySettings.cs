namespace Coppice.Server.Workspaces;

/// <summary>What findings about data do, where the definition file says otherwise than usual.</summary>
public sealed record QualitySettings
{
    /// <summary>What a model learns from, beside the kinds of files.</summary>
    public const string Training = "training";

    /// <summary>Kinds of files as the definition file calls them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["events", "profiles", "notes", "outcomes", "labels"];

    /// <summary>Everything that has checks.</summary>
    public static IReadOnlyList<string> Parts { get; } = [.. Kinds, Training];

    /// <summary>By kind and by the word of the check.</summary>
    public IReadOnlyDictionary<(string Kind, string Check), QualitySeverity> Chosen { get; init; } = new Dictionary<(string Kind, string Check), QualitySeverity>();

    /// <summary>What a check does for a kind of data; labelled rows are <c>labels</c> or <c>examples</c>.</summary>
    public QualitySeverity Of(string kind, QualityCheck check) =>
        Chosen.TryGetValue((kind == "examples" ? "labels" : kind, check.Word), out var chosen) ? chosen : check.Usual;
}
