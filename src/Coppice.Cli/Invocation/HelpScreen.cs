using System.CommandLine;
using Coppice.Cli.Terminal;

namespace Coppice.Cli.Invocation;

/// <summary>The help of the program and of each command.</summary>
internal static class HelpScreen
{
    public static int Write(Screen screen, Command command)
    {
        if (command is CoppiceCommand known)
            WriteCommand(screen, known);
        else
            WriteRoot(screen, command);
        return ExitCode.Done;
    }

    /// <summary>How a command is written: <c>coppice compare MODEL A B</c>.</summary>
    public static string Usage(Command command) => $"coppice {Path(command)}{Subcommand(command)}{string.Concat(command.Arguments.Select(a => " " + Label(a)))}";

    private static string Subcommand(Command command) => (command.Subcommands.Count, command.Arguments.Count) switch
    {
        (0, _) => "",
        (_, 0) => " COMMAND",
        _ => " [COMMAND]",
    };

    /// <summary>The words that lead to a command.</summary>
    public static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{Path(parent)} {command.Name}" : command.Name;

    private static void WriteRoot(Screen screen, Command root)
    {
        screen.Line($"{root.Description}");
        screen.Blank();
        screen.Line($"[bold]Usage[/]  coppice COMMAND [[options]]");
        var rows = new TextTable().Left().Left().IndentedBy(2);
        foreach ((string title, IReadOnlyList<CoppiceCommand> commands) in CommandTable.Groups)
        {
            rows.Heading(title);
            foreach (CoppiceCommand command in commands)
                rows.Row(command.Name, command.Description!);
        }

        rows.Heading("Options, for every command");
        AddOptions(rows, GlobalOptions.All);
        rows.Heading("Exit codes");
        rows.Row("0", "done");
        rows.Row("1", "failed or refused; one sentence says why");
        rows.Row("2", "wrong usage");
        rows.Row("3", "done, but some rows were set aside");
        rows.Row("130", "interrupted by Ctrl-C; the champion stays");
        rows.Write(screen);
        screen.Hint("coppice demo", "coppice COMMAND --help");
    }

    private static void WriteCommand(Screen screen, CoppiceCommand command)
    {
        screen.Line($"{command.Description}");
        screen.Blank();
        string options = command.Options.Count > 0 ? " [options]" : "";
        screen.Line($"[bold]Usage[/]  {Usage(command)}{options}");
        var rows = new TextTable().Left().Left().IndentedBy(2);
        if (command.Arguments.Count > 0)
        {
            rows.Heading("Arguments");
            foreach (Argument argument in command.Arguments)
                rows.Row(Label(argument), argument.Description ?? "");
        }

        if (command.Subcommands.Count > 0)
        {
            rows.Heading("Commands");
            foreach (Command inner in command.Subcommands)
                rows.Row(inner.Name, inner.Description!);
        }

        if (command.Options.Count > 0)
        {
            rows.Heading("Options");
            AddOptions(rows, command.Options);
        }

        rows.Heading("Options, for every command");
        AddOptions(rows, GlobalOptions.All.Except([GlobalOptions.Version]));
        if (command.Examples.Count > 0)
        {
            rows.Heading("Examples");
            foreach (string example in command.Examples)
                rows.Wide(example);
        }

        rows.Write(screen);
    }

    private static void AddOptions(TextTable rows, IEnumerable<Option> options)
    {
        foreach (Option option in options)
            rows.Row(option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}", option.Description ?? "");
    }

    private static string Label(Argument argument)
    {
        string name = argument.HelpName ?? argument.Name;
        string repeated = argument.Arity.MaximumNumberOfValues > 1 && !name.Contains(' ', StringComparison.Ordinal) ? name + "..." : name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{repeated}]" : repeated;
    }
}
