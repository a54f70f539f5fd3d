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
}
