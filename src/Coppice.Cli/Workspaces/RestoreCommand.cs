using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Server.Workspaces.Backups;

namespace Coppice.Cli.Workspaces;

/// <summary>Puts a backup where a workspace is, or shall be. It needs no server, and refuses while one has the workspace.</summary>
internal sealed class RestoreCommand : CoppiceCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "a file that coppice backup wrote" };
    private readonly Option<bool> _force = new("--force") { Description = "replace a workspace that holds data; the old database stays beside it as coppice.db.before-restore" };

    public RestoreCommand()
        : base("restore", "Put a backup in the place of a workspace.")
    {
        Arguments.Add(_file);
        Options.Add(_force);
    }

    public override IReadOnlyList<string> Examples => ["coppice restore shop.tar.gz --workspace shop", "coppice restore shop.tar.gz --force"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string archive = Path.GetFullPath(context.Get(_file)!);
        if (!File.Exists(archive))
            throw new CommandFailure($"There is no file {archive}.");
        string folder = context.FolderForNewWorkspace();
        RestoredWorkspace restored;
        try
        {
            restored = await RestoreWorkspace.RunAsync(archive, folder, context.Get(_force) ? ExistingData.SetAside : ExistingData.Keep, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new CommandFailure(e.Message);
        }

        if (context.IsJson)
        {
            context.Screen.Json(new { workspace = folder, kept = restored.KeptDatabase, manifest = restored.Manifest });
            return ExitCode.Done;
        }

        context.Screen.Line($"restored {restored.Manifest.Workspace} as of {restored.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC to {folder} · {BackUpCommand.Contents(restored.Manifest)}");
        if (restored.KeptDatabase is { } kept)
            context.Screen.Line($"the database before it is {kept}");
        context.Screen.Hint("coppice status", "coppice serve");
        return ExitCode.Done;
    }
}
