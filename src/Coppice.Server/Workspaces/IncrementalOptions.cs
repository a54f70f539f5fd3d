namespace Coppice.Server.Workspaces;

/// <summary>How an incremental update is made.</summary>
public sealed record IncrementalOptions
{
    /// <summary>Trees that <c>refresh</c> adds, to be thrown away by the next update.</summary>
    public const int RefreshTrees = 20;

    /// <summary>Trees that <c>grow</c> adds for good.</summary>
    public const int GrowTrees = 50;

    /// <summary>Default <see cref="IncrementalMethod.Refresh"/>.</summary>
    public IncrementalMethod Method { get; init; } = IncrementalMethod.Refresh;

    /// <summary>New trees per update. Default 20 for refresh, 50 for grow.</summary>
    public int Trees { get; init; } = RefreshTrees;
}
