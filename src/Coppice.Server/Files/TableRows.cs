namespace Coppice.Server.Files;

/// <summary>The rows of a table, one after the other.</summary>
public sealed class TableRows : IDisposable
{
    private readonly ITableReader _reader;
    private readonly RowTally _tally;

    internal TableRows(ITableReader reader, TableImport import)
    {
        _reader = reader;
        _tally = import.Tally;
        Row = new ImportRow(reader, import);
    }

    /// <summary>The row that was read last.</summary>
    public ImportRow Row { get; }

    /// <summary>Goes to the next row; false at the end. A row that the reader itself cannot make sense of comes with a fault.</summary>
    public bool Read()
    {
        if (!_reader.Read())
            return false;
        _tally.Count();
        Row.Begin();
        return true;
    }

    /// <summary>Sets the row aside.</summary>
    public void Reject(string reason) => _tally.Reject(_reader.LineNumber, reason, _reader.Row);

    public void Dispose()
    {
        Row.Dispose();
        _reader.Dispose();
    }
}
