using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>What the definition file says about a model's columns.</summary>
public sealed record FeatureOptions
{
    /// <summary>Columns that must not be learnt from: the target, other outcomes, whatever the file excludes.</summary>
    public IReadOnlySet<string> Excluded { get; init; } = new HashSet<string>();

    /// <summary>Types that replace the inferred ones: number, category, boolean, date, text.</summary>
    public IReadOnlyDictionary<string, string> Types { get; init; } = new Dictionary<string, string>();

    /// <summary>Groups of inputs that are not learnt from.</summary>
    public FeatureGroups Without { get; init; }

    /// <summary>A category has at most this many values of its own; rarer ones share <c>other</c>.</summary>
    public int MostCategories { get; init; } = 40;

    /// <summary>A value rarer than this many rows has no column of its own.</summary>
    public int FewestRows { get; init; } = 10;
}
