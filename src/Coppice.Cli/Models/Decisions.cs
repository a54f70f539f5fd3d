using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Words for a decision, without saying it twice where the server's sentence already begins with it.</summary>
internal static class Decisions
{
    public static string Label(RunResult result) => result.Decision == "promoted" ? $"promoted {result.Version}" : result.Decision;

    public static string Sentence(RunResult result)
    {
        string rest = result.Sentence;
        if (rest.StartsWith(result.Decision, StringComparison.OrdinalIgnoreCase))
            rest = rest[result.Decision.Length..].TrimStart(':', ' ', ',', '.');
        if (result.Decision == "promoted" && rest.StartsWith(result.Version, StringComparison.Ordinal))
            rest = rest[result.Version.Length..].TrimStart(':', ' ', ',', '.', '·');
        if (rest.Length == 0)
            return "";
        return result.Decision == "promoted" ? $" · {rest}" : $": {rest}";
    }
}
