namespace Coppice.Server.Files.Cells;

/// <summary>Reads <c>HH:mm</c>, <c>HH:mm:ss</c> and <c>HH:mm:ss.ffffff</c>, with Z or an offset behind it.</summary>
internal static class TimeOfDay
{
    /// <summary>The time since midnight UTC; negative, or over a day, when the offset leads there.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (!TryPair(text, 0, 23, out int hours) || text.Length < 5 || text[2] != ':' || !TryPair(text, 3, 59, out int minutes))
            return false;
        time = new TimeSpan(hours, minutes, 0);
        text = text[5..];
        if (text.Length >= 3 && text[0] == ':')
        {
            if (!TryPair(text, 1, 60, out int seconds))
                return false;
            time += TimeSpan.FromSeconds(seconds);
            text = text[3..];
            if (text.Length > 1 && text[0] is '.' or ',' && !TryFraction(ref text, ref time))
                return false;
        }

        return TryOffset(text.TrimStart(), ref time);
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, ref TimeSpan time)
    {
        int i = 1;
        long ticks = TimeSpan.TicksPerSecond;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            ticks /= 10;
            time += TimeSpan.FromTicks(ticks * (text[i] - '0'));
        }

        text = text[i..];
        return i > 1;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, ref TimeSpan time)
    {
        if (text.IsEmpty || text is "Z" or "z" or "UTC")
            return true;
        if (text[0] is not ('+' or '-') || !TryPair(text, 1, 14, out int hours))
            return false;
        ReadOnlySpan<char> rest = text[3..];
        if (rest is [':', ..])
            rest = rest[1..];
        int minutes = 0;
        if (!rest.IsEmpty && (rest.Length != 2 || !TryPair(rest, 0, 59, out minutes)))
            return false;
        var offset = new TimeSpan(hours, minutes, 0);
        time = text[0] == '+' ? time - offset : time + offset;
        return true;
    }

    private static bool TryPair(ReadOnlySpan<char> text, int start, int maximum, out int value)
    {
        value = 0;
        if (text.Length < start + 2 || !char.IsAsciiDigit(text[start]) || !char.IsAsciiDigit(text[start + 1]))
            return false;
        value = ((text[start] - '0') * 10) + (text[start + 1] - '0');
        return value <= maximum;
    }
}
