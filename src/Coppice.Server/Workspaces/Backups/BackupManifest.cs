namespace Coppice.Server.Workspaces.Backups;

/// <summary>What a backup says about itself; the first file in it.</summary>
/// <param name="Format">1: the layout of the archive.</param>
/// <param name="Workspace">Name of the workspace.</param>
/// <param name="MadeAt">When the copy was begun, by the workspace's clock.</param>
/// <param name="Step">The step its tables are at.</param>
/// <param name="Rows">Rows in each table.</param>
/// <param name="Files">The files that follow.</param>
public sealed record BackupManifest(
    int Format,
    string Workspace,
    DateTimeOffset MadeAt,
    long Step,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<BackupFile> Files);

/// <summary>A file of a backup: its size and the SHA-256 of its bytes, in lower-case hex.</summary>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
