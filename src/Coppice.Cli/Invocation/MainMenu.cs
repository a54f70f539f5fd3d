using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Invocation;

/// <summary>What a person sees who types only <c>coppice</c>; every choice runs the command of the same name.</summary>
internal static class MainMenu
{
    private static readonly IReadOnlyList<MenuChoice> Choices =
    [
        new("1", "incremental", "learn from new labels", [["retrain", "--strategy", "incremental"]]),
        new("2", "full", "retrain from scratch", [["retrain", "--strategy", "full"]]),
        new("3", "compare", "the two newest versions of each model", []),
        new("4", "all", "incremental, full, compare", [["retrain", "--strategy", "incremental"], ["retrain", "--strategy", "full"]]),
        new("5", "status", "what is live and how good", [["status"]]),
        new("q", "quit", "", []),
    ];

    public static async Task<int> RunAsync(Screen screen, string? workspace, CancellationToken cancellationToken)
    {
        int code = ExitCode.Done;
        while (!cancellationToken.IsCancellationRequested)
        {
            WriteChoices(screen);
            string? answer = screen.Ask("choose:")?.Trim();
            if (answer is null or "q" or "quit" or "6")
                return code;
            MenuChoice? choice = Choices.FirstOrDefault(c => c.Key == answer || c.Name == answer);
            if (choice is null)
                screen.Line($"'{answer}' is not one of the choices.");
            else
                code = await RunAsync(screen, workspace, choice, cancellationToken);
            screen.Blank();
        }

        return ExitCode.Interrupted;
    }

    private static void WriteChoices(Screen screen)
    {
        screen.Line($"[bold]coppice[/]");
        TextTable table = new TextTable().IndentedBy(2).Left().Left().Left();
        foreach (MenuChoice choice in Choices)
            table.Row(choice.Key, choice.Name, choice.Description);
        table.Write(screen);
    }

    private static async Task<int> RunAsync(Screen screen, string? workspace, MenuChoice choice, CancellationToken cancellationToken)
    {
        int code = ExitCode.Done;
        foreach (string[] command in choice.Commands)
            code = Math.Max(code, await RunAsync(screen, workspace, command, cancellationToken));
        if (choice.Name is "compare" or "all")
        {
            foreach (string[] command in await ComparisonsAsync(screen, workspace, cancellationToken))
                code = Math.Max(code, await RunAsync(screen, workspace, command, cancellationToken));
        }

        return code;
    }

    private static Task<int> RunAsync(Screen screen, string? workspace, string[] command, CancellationToken cancellationToken)
    {
        screen.Blank();
        screen.Line($"[dim]$ coppice {string.Join(' ', command)}[/]");
        return CoppiceCommandLine.RunAsync(workspace is null ? command : [.. command, GlobalOptions.Workspace.Name, workspace], screen, cancellationToken);
    }

    private static async Task<List<string[]>> ComparisonsAsync(Screen screen, string? workspace, CancellationToken cancellationToken)
    {
        var commands = new List<string[]>();
        try
        {
            string folder = WorkspaceFolders.Find(workspace);
            await using ServerConnection connection = await ServerConnection.OpenAsync(folder, "menu", screen.Time, cancellationToken);
            foreach (ModelStatus model in (await connection.Client.GetStatusAsync(cancellationToken)).Models)
            {
                IReadOnlyList<VersionResponse> versions = await connection.Client.GetVersionsAsync(model.Model, cancellationToken: cancellationToken);
                if (versions.Count > 1)
                    commands.Add(["compare", model.Model, versions[1].Version, versions[0].Version]);
                else
                    screen.Line($"{model.Model} has {Figures.Counted(versions.Count, "version")}; two are needed to compare.");
            }
        }
        catch (Exception e) when (e is CommandFailure or CoppiceException or HttpRequestException)
        {
            Failures.Write(screen, e, FailureDetail.Sentence);
        }

        return commands;
    }
}
