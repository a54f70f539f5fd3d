namespace Coppice.Server.Alerts;

/// <summary>One thing that can go wrong with the workspace as a whole. It reads what it is told and nothing else.</summary>
public interface IWorkspaceRule
{
    /// <summary>One of <see cref="AlertCodes"/>.</summary>
    string Code { get; }

    AlertReading Look(WorkspaceFacts facts);
}
