using Coppice.Cli.Invocation;

namespace Coppice.Cli.Workspaces;

/// <summary>Finds the workspace a command is about.</summary>
internal static class WorkspaceFolders
{
    private const string FileName = DefinitionFiles.FileName;

    /// <summary>The folder named, or the nearest from here upwards that holds a definition file.</summary>
    public static string Find(string? named)
    {
        if (named is not null)
            return IsWorkspace(named)
                ? Path.GetFullPath(named)
                : throw new CommandFailure($"There is no {FileName} in {Path.GetFullPath(named)}. coppice init --workspace {named} writes one.");
        string here = Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(here); folder is not null; folder = folder.Parent)
        {
            if (IsWorkspace(folder.FullName))
                return folder.FullName;
        }

        throw new CommandFailure($"There is no {FileName} in {here} or above it. coppice init writes one; coppice demo shows a shop at work.");
    }

    private static bool IsWorkspace(string folder) => File.Exists(Path.Combine(folder, FileName));
}
