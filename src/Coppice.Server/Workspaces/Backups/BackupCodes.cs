namespace Coppice.Server.Workspaces.Backups;

/// <summary>Why a backup cannot be made.</summary>
public static class BackupCodes
{
    public const string NotAFile = "COP-BACKUP-001";
    public const string UnderWay = "COP-BACKUP-002";
}
