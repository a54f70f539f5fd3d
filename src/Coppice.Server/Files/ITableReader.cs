namespace Coppice.Server.Files;

/// <summary>
/// Rows of a file, one after the other. Spans are valid until the next <see cref="Read"/>. A row that cannot be used is still handed out, with
/// a <see cref="Rejection"/>, so that whoever reads can set it aside.
/// </summary>
public interface ITableReader : IDisposable
{
    /// <summary>Names of the columns. Grows while NDJSON is read and a row brings a new key; other formats know it from the start.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>The line the row begins on, counted from 1, the header included.</summary>
    long LineNumber { get; }

    /// <summary>Why the row cannot be used, or null.</summary>
    string? Rejection { get; }

    /// <summary>The row as it stands in the file, without its line end; cut after 1,000 characters when the line is over the limit.</summary>
    ReadOnlySpan<char> Row { get; }

    /// <summary>How far into the input the reader is, in characters: for progress.</summary>
    long Position { get; }

    /// <summary>Goes to the next row; false at the end. Empty lines are passed over.</summary>
    bool Read();

    /// <summary>A cell of a row without <see cref="Rejection"/>; empty when the row has nothing there.</summary>
    ReadOnlySpan<char> Cell(int column);
}
