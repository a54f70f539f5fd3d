namespace Coppice.Server.Workspaces;

public enum IncrementalMethod
{
    /// <summary>The leaves of the core are moved by the new rows, then a few disposable trees are added.</summary>
    Refresh,

    /// <summary>Old trees stay as they are and new ones are added.</summary>
    Grow,
}
