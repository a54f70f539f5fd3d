using Microsoft.Data.Sqlite;

namespace Coppice.Server.Storage;

/// <summary>A statement run for many rows without building parameters anew.</summary>
public sealed class BulkCommand : IDisposable
{
    private readonly SqliteCommand _command;

    internal BulkCommand(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
    }

    /// <summary>Runs the statement and gives the number of rows changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs the statement and gives its first value, or null where it gave none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar();
    }

    /// <summary>Opens a reader; the caller disposes it before the next use.</summary>
    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (_command.Parameters.Count == 0 && values.Length > 0)
        {
            for (int i = 0; i < values.Length; i++)
                _command.Parameters.Add(new SqliteParameter("$" + (i + 1), null));
        }

        for (int i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
