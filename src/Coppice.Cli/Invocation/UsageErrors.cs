using System.CommandLine;
using System.CommandLine.Parsing;
using Coppice.Cli.Terminal;

namespace Coppice.Cli.Invocation;

/// <summary>Wrong usage: what was not understood, what was probably meant, where to read on.</summary>
internal static class UsageErrors
{
    public static string? Find(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
            return Unknown(token, command);
        if (MistakenForArgument(parsed) is { } option)
            return Unknown(option, command);
        return parsed.Errors.FirstOrDefault(IsWorthSaying) is { } error ? Sentence(error, command) : null;
    }

    public static int Write(Screen screen, string error, Command command)
    {
        screen.Complain(error);
        screen.Complain(command is RootCommand ? "coppice --help lists the commands." : $"coppice {HelpScreen.Path(command)} --help shows how it is used.");
        return ExitCode.WrongUsage;
    }

    // Without a command there is help, or the menu, instead of an error.
    private static bool IsWorthSaying(ParseError error) => error.SymbolResult is not CommandResult { Command.Subcommands.Count: > 0 };

    // A command that takes any number of words also takes a misspelt option for one of them.
    private static string? MistakenForArgument(ParseResult parsed) =>
        parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash)
            ? null
            : parsed.CommandResult.Tokens.Select(t => t.Value).FirstOrDefault(t => t.Length > 1 && t[0] == '-');

    private static string Unknown(string token, Command command)
    {
        if (token.StartsWith('-'))
            return $"There is no option {token}{DidYouMean(token, AllOptions(command))}";
        if (command.Subcommands.Count > 0)
            return $"There is no command '{token}'{DidYouMean(token, command.Subcommands.Select(c => c.Name))}";
        return $"'{token}' is one argument too many: {HelpScreen.Usage(command)}.";
    }

    private static string Sentence(ParseError error, Command command)
    {
        if (error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: var missing })
            return $"{missing.Name} is missing: {HelpScreen.Usage(command)}.";
        return error.Message.EndsWith('.') ? error.Message : error.Message + ".";
    }

    private static IEnumerable<string> AllOptions(Command command) =>
        command.Options.Concat(GlobalOptions.All).Select(o => o.Name);

    private static string DidYouMean(string word, IEnumerable<string> known)
    {
        string? nearest = known.Where(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? known.Select(k => (Word: k, Distance: Distance(word, k)))
                .Where(p => p.Distance <= 1 + (word.Length / 4))
                .OrderBy(p => p.Distance)
                .FirstOrDefault().Word;
        return nearest is null ? "." : $"; did you mean {nearest}?";
    }

    // Edit distance in which swapping two neighbours counts one (optimal string alignment): "retrian" is one slip away from "retrain".
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(d[i - 1, j - 1] + change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
