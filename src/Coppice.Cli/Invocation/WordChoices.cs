using System.CommandLine;
using System.CommandLine.Parsing;

namespace Coppice.Cli.Invocation;

/// <summary>Options and arguments that take one word of a few.</summary>
internal static class WordChoices
{
    public static Option<string?> Option(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "NAME" };
        option.Validators.Add(result => Check(result, name, result.GetValueOrDefault<string?>(), words));
        return option;
    }

    public static Argument<string> Argument(string name, params string[] words)
    {
        var argument = new Argument<string>(name) { Description = string.Join(", ", words) };
        argument.Validators.Add(result => Check(result, name, result.GetValueOrDefault<string?>(), words));
        return argument;
    }

    private static void Check(SymbolResult result, string name, string? found, string[] words)
    {
        if (found is not null && !words.Contains(found))
            result.AddError($"{name} expects one of {string.Join(", ", words)}; found '{found}'.");
    }
}
