using System.Runtime.CompilerServices;
using System.Text;

namespace Coppice.Server.Text.Concepts;

/// <summary>Rows of a CSV file (RFC 4180): fields parted by commas, quoted where they hold commas, quotes or line ends.</summary>
internal sealed class CsvRows(TextReader text, int longestRow)
{
    private const int End = -1;

    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();
    private readonly char[] _buffer = new char[8_192];
    private int _place;
    private int _length;
    private long _nextLine = 1;

    /// <summary>The line the row begins on, from 1.</summary>
    public long Line { get; private set; }

    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Why the row cannot be used, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    public bool Read()
    {
        do
        {
            if (Peek() == End)
                return false;
            Line = _nextLine;
            Problem = null;
            _fields.Clear();
            ReadRow();
        }
        while (_fields is [""] && Problem is null);
        return true;
    }

    // A lexicon is read once in a process, so the code must be quick from the first character.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRow()
    {
        int length = 0;
        bool isQuoted = false;
        bool wasQuoted = false;
        while (true)
        {
            length += TakePlain(longestRow - length);
            int next = Next();
            if (next == '\r' && Peek() == '\n')
                next = Next();
            if (next is '\n' or '\r')
                _nextLine++;
            if (++length > longestRow)
                Problem = $"the row is longer than {longestRow:N0} characters";
            if (next == End || (!isQuoted && next is ',' or '\n' or '\r'))
            {
                if (next == End && isQuoted)
                    Problem = "a quoted field has no closing quote";
                _fields.Add(_field.ToString());
                _field.Clear();
                wasQuoted = false;
                if (next != ',')
                    return;
            }
            else if (next == '"' && isQuoted && Peek() == '"')
            {
                Next();
                Keep('"', length);
            }
            else if (next == '"' && (isQuoted || (_field.Length == 0 && !wasQuoted)))
            {
                wasQuoted |= isQuoted;
                isQuoted = !isQuoted;
            }
            else
            {
                Keep((char)next, length);
            }
        }
    }

    /// <summary>Keeps what is certainly part of the field, at most so many characters, and gives their number.</summary>
    private int TakePlain(int most)
    {
        var ahead = _buffer.AsSpan(_place, Math.Max(0, Math.Min(most, _length - _place)));
        int special = ahead.IndexOfAny("\",\r\n");
        var plain = special < 0 ? ahead : ahead[..special];
        _field.Append(plain);
        _place += plain.Length;
        return plain.Length;
    }

    // What is too long is read to its end, but not kept.
    private void Keep(char character, int length)
    {
        if (length <= longestRow)
            _field.Append(character);
    }

    private int Peek()
    {
        if (_place == _length)
        {
            _place = 0;
            _length = text.Read(_buffer);
        }

        return _length == 0 ? End : _buffer[_place];
    }

    private int Next()
    {
        int next = Peek();
        if (next != End)
            _place++;
        return next;
    }
}
