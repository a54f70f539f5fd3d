namespace Coppice.Server.Files.Readers;

/// <summary>
/// Reads cells apart by one character, quoted as in RFC 4180. A quote that does not begin a cell is text. A cell whose quote is never closed
/// sets aside its first line only, and reading goes on at the next one.
/// </summary>
internal sealed class DelimitedReader(TextWindow window, char delimiter, TableOptions options) : SplitReader(window, options)
{
    // Each unclosed quote costs a look ahead of up to the row limit; a file of nothing else must not cost its square.
    private const int MaxLookAheads = 64;

    private char[] _scratch = new char[256];
    private int _scratchLength;
    private int _lookAheads;

    protected override ReadOnlySpan<char> Scratch => _scratch.AsSpan(0, _scratchLength);

    protected override string? Split()
    {
        ReadOnlySpan<char> line = Source.Line;
        if (line.Contains('"'))
            return SplitQuoted() is { } problem ? KeepFirstLine(problem) : null;

        int start = 0;
        while (true)
        {
            int length = line[start..].IndexOf(delimiter);
            if (length < 0)
                break;
            Add(new CellSpan(start, length));
            start += length + 1;
        }

        Add(new CellSpan(start, line.Length - start));
        return null;
    }

    private string? SplitQuoted()
    {
        _scratchLength = 0;
        int position = 0;
        while (true)
        {
            ReadOnlySpan<char> line = Source.Line;
            if (position < line.Length && line[position] == '"')
            {
                if (ReadQuoted(ref position) is { } problem)
                    return problem;
            }
            else
            {
                int length = line[position..].IndexOf(delimiter);
                length = length < 0 ? line.Length - position : length;
                Add(new CellSpan(position, length));
                position += length;
            }

            line = Source.Line;
            if (position >= line.Length)
                return null;
            if (line[position] != delimiter)
                return $"cell {Count} goes on after its closing quote";
            position++;
        }
    }

    private string? ReadQuoted(ref int position)
    {
        int start = ++position;
        int scratchStart = _scratchLength;
        CellPlace place = CellPlace.Row;
        while (true)
        {
            int length = FindQuote(position);
            if (length < 0)
                return $"the quote that opens cell {Count + 1} is never closed";
            ReadOnlySpan<char> text = Source.LineAndBeyond;
            int quote = position + length;
            bool isDoubled = quote + 1 < text.Length && text[quote + 1] == '"';
            if (isDoubled || place is CellPlace.Scratch)
            {
                place = CellPlace.Scratch;
                Append(text[position..(isDoubled ? quote + 1 : quote)]);
            }

            position = quote + (isDoubled ? 2 : 1);
            if (isDoubled)
                continue;

            Add(place is CellPlace.Row ? new CellSpan(start, quote - start) : new CellSpan(scratchStart, _scratchLength - scratchStart, CellPlace.Scratch));
            return TakeLinesUpTo(position);
        }
    }

    // How far away the next quote is, with the character behind it in memory, however many lines that takes; -1 when there is none.
    private int FindQuote(int position)
    {
        if (_lookAheads >= MaxLookAheads)
            return Source.Line[position..].IndexOf('"');

        int searched = position;
        while (true)
        {
            ReadOnlySpan<char> text = Source.LineAndBeyond;
            int found = text[searched..].IndexOf('"');
            searched = found >= 0 ? searched + found : text.Length;
            if (searched > Source.MaxLength)
                break;
            if (found >= 0 && searched + 1 < text.Length)
                return searched - position;
            if (Source.ReadBeyond())
                continue;
            if (found >= 0)
                return searched - position;
            break;
        }

        _lookAheads++;
        return -1;
    }

    private string? TakeLinesUpTo(int position)
    {
        if (position <= Source.Line.Length)
            return null;

        int end;
        while ((end = Source.LineAndBeyond[position..].IndexOf('\n')) < 0)
        {
            if (Source.LineAndBeyond.Length > Source.MaxLength)
                return $"the row is longer than {Source.MaxLength:N0} characters";
            if (!Source.ReadBeyond())
                break;
        }

        int length = end < 0 ? Source.LineAndBeyond.Length : position + end;
        Source.Extend(length, end < 0 ? length : length + 1);
        return null;
    }

    private string KeepFirstLine(string problem)
    {
        if (Source.KeepFirstLine())
            _lookAheads++;
        return problem;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_scratchLength + text.Length > _scratch.Length)
            Array.Resize(ref _scratch, Math.Max(_scratch.Length * 2, _scratchLength + text.Length));
        text.CopyTo(_scratch.AsSpan(_scratchLength));
        _scratchLength += text.Length;
    }
}
