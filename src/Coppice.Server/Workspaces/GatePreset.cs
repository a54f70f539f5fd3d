namespace Coppice.Server.Workspaces;

public enum GatePreset
{
    /// <summary>The decision rule of methods 1.5.</summary>
    Strict,

    /// <summary>Smaller blocks at the same error rates: more waiting, never a looser test.</summary>
    Balanced,

    /// <summary>Better by point estimate on at least 30 rows.</summary>
    Eager,
}
