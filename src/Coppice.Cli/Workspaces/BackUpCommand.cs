using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Server.Workspaces.Backups;

namespace Coppice.Cli.Workspaces;

/// <summary>Writes a backup of the workspace to a file, whether or not it is being served.</summary>
internal sealed class BackUpCommand : CoppiceCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "where to write it, such as shop.tar.gz; an older backup of that name is replaced once this one is whole" };

    public BackUpCommand()
        : base("backup", "Write everything the workspace holds to one file.")
    {
        Arguments.Add(_file);
    }

    public override IReadOnlyList<string> Examples => ["coppice backup shop.tar.gz", "coppice backup /mnt/backups/shop-$(date +%F).tar.gz"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(context.Get(_file)!);
        string draft = path + ".partial";
        try
        {
            await using (ServerConnection connection = await context.ConnectAsync("backup", cancellationToken))
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await connection.Client.BackUpAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            BackupManifest manifest = await BackupArchive.ReadAsync(draft, null, cancellationToken);
            File.Move(draft, path, overwrite: true);
            Write(context, path, manifest);
            return ExitCode.Done;
        }
        catch (InvalidDataException e)
        {
            throw new CommandFailure($"{e.Message} No backup was written.");
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void Write(CommandContext context, string path, BackupManifest manifest)
    {
        long bytes = new FileInfo(path).Length;
        if (context.IsJson)
        {
            context.Screen.Json(new { file = path, bytes, manifest });
            return;
        }

        context.Screen.Line($"backed up {manifest.Workspace} to {path} · {Figures.Bytes(bytes)} · {Contents(manifest)}");
        context.Screen.Hint($"coppice restore {Path.GetFileName(path)} --workspace DIR");
    }

    /// <summary>The rows people count by.</summary>
    public static string Contents(BackupManifest manifest) =>
        string.Join(" · ", new[] { "customer", "event", "prediction", "version" }.Select(word => Figures.Counted(manifest.Rows.GetValueOrDefault(word + "s"), word)));
}
