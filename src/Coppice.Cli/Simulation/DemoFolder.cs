using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Server.Simulation;
using Coppice.Server.Storage;
using Coppice.Server.Text.Concepts;

namespace Coppice.Cli.Simulation;

/// <summary>What to do where an earlier demo stands.</summary>
internal enum DemoStart
{
    OnlyIfNew,
    Fresh,
}

/// <summary>Makes the folder the shop lives in. Never touches a folder that a demo did not make.</summary>
internal static class DemoFolder
{
    private static readonly string[] OwnFiles = ["coppice.db", "coppice.db-wal", "coppice.db-shm", DefinitionFiles.FileName, Lexicon.FileName];

    public static async Task PrepareAsync(string folder, DemoStart start, CancellationToken cancellationToken)
    {
        string definition = Path.Combine(folder, DefinitionFiles.FileName);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(definition) || await File.ReadAllTextAsync(definition, cancellationToken) != DefinitionFiles.Demo())
                throw new CommandFailure($"{folder} holds something other than a demo and was left as it is. Name another folder: coppice demo DIR.");
            if (start == DemoStart.OnlyIfNew)
                throw new CommandFailure($"{folder} holds an earlier demo: coppice status --workspace {folder} shows it, coppice demo --fresh starts over.");
            Empty(folder);
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(definition, DefinitionFiles.Demo(), cancellationToken);
        await using var lexicon = new StreamWriter(Path.Combine(folder, Lexicon.FileName));
        ShopLexicon.Build().Write(lexicon);
    }

    // Under the owner's lock: a server that still runs on the folder keeps its files.
    private static void Empty(string folder)
    {
        using WorkspaceOwner owner = WorkspaceOwner.Acquire(folder);
        foreach (string file in OwnFiles)
            File.Delete(Path.Combine(folder, file));
    }
}
