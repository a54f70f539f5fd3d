namespace Coppice.Server.Workspaces;

/// <summary>What a finding about data does.</summary>
public enum QualitySeverity
{
    /// <summary>It is not looked for.</summary>
    Off,

    /// <summary>It is said, and the data is used.</summary>
    Warning,

    /// <summary>The data is refused unless a person accepts the finding.</summary>
    Blocking,
}
