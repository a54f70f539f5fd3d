namespace Coppice.Server.Http;

/// <summary>Finds the part of a framework's message that says something. What it quotes is the caller's, so no pattern that could be slow is run over it.</summary>
internal static class FrameworkText
{
    public static string? Between(string message, string before, string after)
    {
        int start = message.IndexOf(before, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += before.Length;
        int end = message.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : message[start..end];
    }
}
