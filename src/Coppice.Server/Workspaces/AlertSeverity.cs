namespace Coppice.Server.Workspaces;

/// <summary>How bad it is, in the order of it.</summary>
public enum AlertSeverity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Notice,

    /// <summary>Somebody should look today.</summary>
    Warning,

    /// <summary>Answers are worse, or will be, until somebody acts.</summary>
    Critical,
}
