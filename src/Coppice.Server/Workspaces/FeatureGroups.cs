namespace Coppice.Server.Workspaces;

/// <summary>Where the inputs of a model come from.</summary>
[Flags]
public enum FeatureGroups
{
    None = 0,
    Behaviour = 1,
    Profile = 2,
    Notes = 4,
    Columns = 8,

    /// <summary>What is computed from what the workspace keeps about customers.</summary>
    Kept = Behaviour | Profile | Notes,
}
