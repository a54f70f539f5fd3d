using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces.Backups;

/// <summary>
/// Puts a backup in place of a workspace, or where there is none; its database goes where COPPICE_DATABASE or its own definition says.
/// Whatever was there stays beside it under another name.
/// </summary>
public static class RestoreWorkspace
{
    /// <summary>Checks the whole of the backup before the workspace is touched.</summary>
    /// <exception cref="WorkspaceInUseException">A process has the workspace.</exception>
    /// <exception cref="InvalidDataException">The backup cannot be trusted.</exception>
    /// <exception cref="InvalidOperationException">
    /// The workspace holds data and <paramref name="data"/> says that it is to be kept; or the data is, or would be, kept in PostgreSQL.
    /// </exception>
    public static async Task<RestoredWorkspace> RunAsync(string archive, string folder, ExistingData data, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var owner = WorkspaceOwner.Acquire(folder);
        string current = FileOf(folder, folder, "The workspace is");
        if (data == ExistingData.Keep && HoldsData(current))
            throw new InvalidOperationException($"{folder} holds data already and was left as it is; --force puts the backup in its place and keeps the old data beside it.");
        string draft = Path.Combine(folder, ".coppice", "restore");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        try
        {
            var manifest = await BackupArchive.ReadAsync(archive, draft, cancellationToken);
            DatabaseCopy.Check(Path.Combine(draft, BackupArchive.DatabaseName));
            string database = FileOf(draft, folder, "By the backup's definition the workspace would be");
            if (database != current && HoldsData(database))
                throw new InvalidOperationException($"{database}, where the backup's {BackupArchive.DefinitionName} keeps its data, holds data that is not this workspace's; it was left as it is.");
            string? kept = SetAside(database);
            SetAside(Path.Combine(folder, BackupArchive.DefinitionName));
            SetAside(Path.Combine(folder, BackupArchive.LexiconName));
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
            File.Move(Path.Combine(draft, BackupArchive.DatabaseName), database);
            if (File.Exists(Path.Combine(draft, BackupArchive.LexiconName)))
                File.Move(Path.Combine(draft, BackupArchive.LexiconName), Path.Combine(folder, BackupArchive.LexiconName));
            File.Move(Path.Combine(draft, BackupArchive.DefinitionName), Path.Combine(folder, BackupArchive.DefinitionName));
            return new RestoredWorkspace(manifest, kept);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>The file that a workspace in a folder keeps its data in by the definition found in another.</summary>
    private static string FileOf(string definitionFolder, string folder, string subject)
    {
        string location = DatabaseLocation.Of(folder, DefinitionFile.Read(Path.Combine(definitionFolder, BackupArchive.DefinitionName)).Definition);
        return Database.IsFile(location)
            ? location
            : throw new InvalidOperationException(
                $"{subject} kept in PostgreSQL ({DatabaseLocation.Source}); coppice restore puts back files. pg_restore brings back what pg_dump has written; nothing was changed.");
    }

    private static bool HoldsData(string database)
    {
        if (!File.Exists(database))
            return false;
        try
        {
            return DatabaseCopy.Check(database).Rows.Any(table => table is { Key: not ("migrations" or "settings" or "models"), Value: > 0 });
        }
        catch (InvalidDataException)
        {
            // What cannot be read may still be worth something to its owner.
            return true;
        }
    }

    /// <summary>Gives a file, and a database's log with it, a name beside its own.</summary>
    private static string? SetAside(string path)
    {
        if (!File.Exists(path))
            return null;
        string name = path + ".before-restore";
        for (int i = 2; File.Exists(name); i++)
            name = $"{path}.before-restore-{i}";
        foreach (string log in (string[])["-wal", "-shm"])
        {
            if (File.Exists(path + log))
                File.Move(path + log, name + log, overwrite: true);
        }

        File.Move(path, name);
        return name;
    }
}

/// <summary>What a restore does with data that is there.</summary>
public enum ExistingData
{
    /// <summary>Refuses.</summary>
    Keep,

    /// <summary>Moves it to another name beside the workspace.</summary>
    SetAside,
}

/// <summary>A restored workspace, and the name under which the database before it was kept.</summary>
public sealed record RestoredWorkspace(BackupManifest Manifest, string? KeptDatabase);
