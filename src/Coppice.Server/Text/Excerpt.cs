namespace Coppice.Server.Text;

/// <summary>A few words of a text around a place in it.</summary>
public static class Excerpt
{
    /// <summary>Characters shown on either side.</summary>
    private const int Margin = 28;

    /// <summary>What stands from <paramref name="start"/> to <paramref name="end"/> with the words around it, on one line; where the sentence goes on, … says so.</summary>
    public static string Around(string text, int start, int end)
    {
        int sentence = start;
        while (sentence > 0 && !IsEnd(text, sentence - 1))
            sentence--;
        int stop = end;
        while (stop < text.Length && !IsEnd(text, stop))
            stop++;
        int from = Math.Max(sentence, start - Margin);
        int until = Math.Min(stop, end + Margin);
        // Whole words only, where words are apart.
        if (from > sentence && text.AsSpan(from, start - from).IndexOf(' ') is >= 0 and var blank)
            from += blank + 1;
        if (until < stop && text.AsSpan(end, until - end).LastIndexOf(' ') is >= 0 and var last)
            until = end + last;
        if (from < text.Length && char.IsLowSurrogate(text[from]))
            from++;
        if (until > end && char.IsHighSurrogate(text[until - 1]))
            until--;
        string words = string.Concat(text[from..until].Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return (from > sentence ? "…" : "") + words + (until < stop ? "…" : "");
    }

    // The point of 10.000 and of M. Müller ends nothing.
    private static bool IsEnd(string text, int at) => text[at] is '!' or '?' or '\n' or '。' or '！' or '？'
        || (text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && at > 1 && !char.IsWhiteSpace(text[at - 2]));
}
