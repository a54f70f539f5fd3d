using Coppice.Server.Audit;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces.Backups;

/// <summary>Makes a backup of a workspace that goes on working: everything acknowledged before it began is in it.</summary>
public sealed class BackUpWorkspace(Database database, DefinitionInForce workspace, IHostEnvironment host, AuditStore audit, TimeProvider time)
{
    private int _underWay;

    /// <summary>Makes the copy and checks it; what comes back is ready to be written out, and takes disk space until it is disposed of.</summary>
    /// <exception cref="RequestException">The workspace is in PostgreSQL, or another backup is under way.</exception>
    public async Task<PreparedBackup> RunAsync(string actor, CancellationToken cancellationToken)
    {
        if (!DatabaseCopy.IsFile(database))
        {
            throw new RequestException(
                BackupCodes.NotAFile,
                "The workspace is kept in PostgreSQL, which backs itself up: pg_dump --format=custom --file=coppice.dump, with the connection of coppice.yaml.",
                RefusalKind.Conflict);
        }

        if (Interlocked.Exchange(ref _underWay, 1) == 1)
            throw new RequestException(BackupCodes.UnderWay, "A backup is under way; one at a time.", RefusalKind.Conflict);
        PreparedBackup? prepared = null;
        try
        {
            // The database may lie elsewhere; the definition and the lexicon are where the server runs.
            string folder = host.ContentRootPath;
            prepared = new PreparedBackup(folder, End);
            var began = time.GetUtcNow();
            string copy = Path.Combine(prepared.Folder, BackupArchive.DatabaseName);
            File.Copy(Path.Combine(folder, BackupArchive.DefinitionName), Path.Combine(prepared.Folder, BackupArchive.DefinitionName));
            if (File.Exists(Path.Combine(folder, BackupArchive.LexiconName)))
                File.Copy(Path.Combine(folder, BackupArchive.LexiconName), Path.Combine(prepared.Folder, BackupArchive.LexiconName));
            var report = await Task.Run(
                () =>
                {
                    DatabaseCopy.Write(database.Path, copy);
                    return DatabaseCopy.Check(copy);
                },
                cancellationToken);
            prepared.Manifest = new BackupManifest(1, workspace.Name, began, report.Step, report.Rows, await BackupArchive.DescribeAsync(prepared.Folder, cancellationToken));
            database.Write(session => audit.Append(session, actor, "back_up", workspace.Name, new { began, Bytes = prepared.Manifest.Files.Sum(f => f.Bytes) }));
            return prepared;
        }
        catch
        {
            if (prepared is null)
                End();
            else
                prepared.Dispose();
            throw;
        }
    }

    private void End() => Volatile.Write(ref _underWay, 0);
}
