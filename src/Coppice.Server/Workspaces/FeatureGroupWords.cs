namespace Coppice.Server.Workspaces;

/// <summary>The words for groups of inputs.</summary>
public static class FeatureGroupWords
{
    /// <summary>Groups by their word in the definition file.</summary>
    public static IReadOnlyDictionary<string, FeatureGroups> All { get; } = new Dictionary<string, FeatureGroups>
    {
        ["behaviour"] = FeatureGroups.Behaviour,
        ["profile"] = FeatureGroups.Profile,
        ["notes"] = FeatureGroups.Notes,
        ["columns"] = FeatureGroups.Columns,
    };

    public static IEnumerable<string> Of(FeatureGroups groups) => All.Where(group => groups.HasFlag(group.Value)).Select(group => group.Key);
}
