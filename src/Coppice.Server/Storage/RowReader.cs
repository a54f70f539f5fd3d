namespace Coppice.Server.Storage;

/// <summary>The rows a command gives. Disposing of it makes the command ready for its next use.</summary>
public sealed class RowReader : IDisposable
{
    private readonly BulkCommand _command;

    internal RowReader(BulkCommand command) => _command = command;

    public bool Read() => _command.Step();

    public bool IsDBNull(int column) => _command.IsNull(column);

    public long GetInt64(int column) => _command.GetInt64(column);

    public int GetInt32(int column) => checked((int)_command.GetInt64(column));

    public double GetDouble(int column) => _command.GetDouble(column);

    public string GetString(int column) => _command.GetString(column);

    public ReadOnlySpan<byte> GetBytes(int column) => _command.GetBytes(column);

    public void Dispose() => _command.Reset();
}
