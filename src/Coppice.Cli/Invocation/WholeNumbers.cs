using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Coppice.Cli.Invocation;

/// <summary>Options that take a count.</summary>
internal static class WholeNumbers
{
    public static Option<int?> Option(string name, string description, int least = 1) =>
        new(name) { Description = description, HelpName = "N", CustomParser = result => Parse(name, result, least) };

    private static int? Parse(string name, ArgumentResult result, int least)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least)
            return value;
        result.AddError($"{name} expects a whole number from {least}, found '{text}'.");
        return null;
    }
}
