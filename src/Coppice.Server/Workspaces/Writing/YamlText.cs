using System.Globalization;
using System.Text;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>Scalars of the definition file, quoted only where they would be read as something else.</summary>
internal static class YamlText
{
    private static readonly HashSet<string> WordsWithMeaning = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "null", "y", "n" };

    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    public static string ListOf(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) => $"\\x{(int)c:X2}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/') && !WordsWithMeaning.Contains(text);
}
