namespace Coppice.Server.Files.Cells;

/// <summary>Yes and no in the words that files use, upper and lower case alike.</summary>
public static class BooleanText
{
    public static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        text = text.Trim();
        value = Is(text, "true") || Is(text, "yes") || Is(text, "1") || Is(text, "t") || Is(text, "y");
        return value || Is(text, "false") || Is(text, "no") || Is(text, "0") || Is(text, "f") || Is(text, "n");
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
