using System.Text;

namespace Coppice.Server.Text.Concepts;

/// <summary>Rows of a CSV file (RFC 4180): fields parted by commas, quoted where they hold commas, quotes or line ends.</summary>
internal sealed class CsvRows(TextReader text, int longestRow)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();
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
            if (text.Peek() < 0)
                return false;
            Line = _nextLine;
            Problem = null;
            _fields.Clear();
            ReadRow();
        }
        while (_fields is [""] && Problem is null);
        return true;
    }

    private void ReadRow()
    {
        int length = 0;
        bool isQuoted = false;
        bool wasQuoted = false;
        while (true)
        {
            int next = text.Read();
            if (next == '\r' && text.Peek() == '\n')
                next = text.Read();
            if (next is '\n' or '\r')
                _nextLine++;
            if (++length > longestRow)
                Problem = $"the row is longer than {longestRow:N0} characters";
            if (next < 0 || (!isQuoted && next is ',' or '\n' or '\r'))
            {
                if (next < 0 && isQuoted)
                    Problem = "a quoted field has no closing quote";
                _fields.Add(_field.ToString());
                _field.Clear();
                wasQuoted = false;
                if (next != ',')
                    return;
            }
            else if (next == '"' && isQuoted && text.Peek() == '"')
            {
                _ = text.Read();
                Keep('"');
            }
            else if (next == '"' && (isQuoted || (_field.Length == 0 && !wasQuoted)))
            {
                wasQuoted |= isQuoted;
                isQuoted = !isQuoted;
            }
            else
            {
                Keep((char)next);
            }
        }

        // What is too long is read to its end, but not kept.
        void Keep(char character)
        {
            if (length <= longestRow)
                _field.Append(character);
        }
    }
}
