using System.CommandLine;
using System.Reflection;
using Coppice.Cli.Terminal;

namespace Coppice.Cli.Invocation;

/// <summary>Reads the arguments, runs the command and turns whatever happens into an exit code and at most one sentence.</summary>
internal static class CoppiceCommandLine
{
    // A leading @ is an ordinary character: customers' files may be named so.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Screen screen, CancellationToken cancellationToken)
    {
        ParseResult parsed = CommandTable.Root.Parse(arguments, Parsing);
        Command command = parsed.CommandResult.Command;
        if (parsed.GetValue(GlobalOptions.Help))
            return HelpScreen.Write(screen, command);
        if (parsed.GetValue(GlobalOptions.Version))
            return WriteVersion(screen);
        if (UsageErrors.Find(parsed) is { } error)
            return UsageErrors.Write(screen, error, command);
        if (command is CoppiceCommand known)
            return await RunAsync(known, parsed, screen, cancellationToken);
        if (screen.IsInteractive && !parsed.GetValue(GlobalOptions.Json))
            return await MainMenu.RunAsync(screen, parsed.GetValue(GlobalOptions.Workspace), cancellationToken);
        HelpScreen.Write(screen, command);
        return ExitCode.WrongUsage;
    }

    private static async Task<int> RunAsync(CoppiceCommand command, ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            return await command.RunAsync(new CommandContext(parsed, screen), cancellationToken);
        }
        catch (Exception e) when (Interruption.Explains(e, cancellationToken))
        {
            screen.Complain("interrupted");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last stop before the user: whatever went wrong becomes one sentence.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failures.Write(screen, e, parsed.GetValue(GlobalOptions.Trace) ? FailureDetail.StackTrace : FailureDetail.Sentence);
        }
    }

    private static int WriteVersion(Screen screen)
    {
        string version = typeof(CoppiceCommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        screen.Raw($"coppice {version.Split('+')[0]}");
        return ExitCode.Done;
    }
}
