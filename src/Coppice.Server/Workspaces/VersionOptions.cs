namespace Coppice.Server.Workspaces;

/// <summary>How many old versions are kept ready to answer.</summary>
public sealed record VersionOptions
{
    /// <summary>The newest of a model's versions; older ones are let go of unless something still needs them. Default 12.</summary>
    public int Keep { get; init; } = 12;
}
