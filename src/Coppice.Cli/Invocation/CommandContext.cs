using System.CommandLine;
using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;

namespace Coppice.Cli.Invocation;

/// <summary>What one command was given: its arguments, the screen it writes to, the workspace it works on.</summary>
internal sealed class CommandContext(ParseResult arguments, Screen screen)
{
    public Screen Screen { get; } = screen;

    /// <summary>Whether the answer is for a program: JSON on standard output and nothing else there.</summary>
    public bool IsJson { get; } = arguments.GetValue(GlobalOptions.Json);

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    public T? Get<T>(Argument<T> argument) => arguments.GetValue(argument);

    public string WorkspaceFolder() => WorkspaceFolders.Find(arguments.GetValue(GlobalOptions.Workspace));

    public string FolderForNewWorkspace() => Path.GetFullPath(arguments.GetValue(GlobalOptions.Workspace) ?? ".");

    /// <summary>A connection to whatever serves the workspace, for the length of <paramref name="activity"/>.</summary>
    public Task<ServerConnection> ConnectAsync(string activity, CancellationToken cancellationToken) =>
        ServerConnection.OpenAsync(WorkspaceFolder(), activity, Screen.Time, cancellationToken);
}
