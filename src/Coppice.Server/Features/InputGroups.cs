using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>Which group an input belongs to, by its name.</summary>
public static class InputGroups
{
    public static FeatureGroups Of(string input) =>
        input.StartsWith("events.", StringComparison.Ordinal) ? FeatureGroups.Behaviour
        : input.StartsWith("profile.", StringComparison.Ordinal) ? FeatureGroups.Profile
        : input.StartsWith(NoteInputs.Prefix, StringComparison.Ordinal) ? FeatureGroups.Notes
        : FeatureGroups.Columns;
}
