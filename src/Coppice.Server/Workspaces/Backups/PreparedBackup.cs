namespace Coppice.Server.Workspaces.Backups;

/// <summary>The files of a backup beside the workspace, where there is room for them; gone when disposed of.</summary>
public sealed class PreparedBackup : IDisposable
{
    private const string Prefix = "backup-";

    private readonly Action _ended;

    internal PreparedBackup(string workspaceFolder, Action ended)
    {
        _ended = ended;
        string place = Path.Combine(workspaceFolder, ".coppice");
        Directory.CreateDirectory(place);
        // One backup at a time: what is there was left behind by a killed process.
        foreach (string left in Directory.GetDirectories(place, Prefix + "*"))
            Directory.Delete(left, recursive: true);
        Folder = Directory.CreateDirectory(Path.Combine(place, Prefix + Environment.ProcessId)).FullName;
    }

    public BackupManifest Manifest { get; internal set; } = null!;

    internal string Folder { get; }

    public Task WriteAsync(Stream output, CancellationToken cancellationToken) => BackupArchive.WriteAsync(output, Manifest, Folder, cancellationToken);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _ended();
    }
}
