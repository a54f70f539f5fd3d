using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Coppice.Cli.Invocation;

/// <summary>Options that take a day or a moment, in UTC where no offset is given.</summary>
internal static class DateArguments
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public static Option<DateTimeOffset?> Option(string name, string description) =>
        new(name) { Description = description, HelpName = "DATE", CustomParser = Parse };

    private static DateTimeOffset? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Styles, out DateTimeOffset time))
            return time;
        result.AddError($"'{text}' is not a date such as 2026-11-21 or 2026-11-21T06:00.");
        return null;
    }
}
