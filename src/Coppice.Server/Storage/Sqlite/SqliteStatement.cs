using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Coppice.Server.Storage.Sqlite;

/// <summary>A prepared statement spoken to directly: ADO.NET boxes every value, and at a million rows that is most of the time.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[256];

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Sql = sql;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public string Sql { get; }

    public int Changes => raw.sqlite3_changes(_connection);

    public long LastNumber => raw.sqlite3_last_insert_rowid(_connection);

    public void Bind(int place, long value) => Check(raw.sqlite3_bind_int64(_statement, place, value));

    public void Bind(int place, double value) => Check(raw.sqlite3_bind_double(_statement, place, value));

    public void BindNull(int place) => Check(raw.sqlite3_bind_null(_statement, place));

    public void Bind(int place, string? value)
    {
        if (value is null)
        {
            BindNull(place);
            return;
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _utf8.Length)
            Array.Resize(ref _utf8, most);
        BindText(place, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8)));
    }

    // An empty span has no address, and no address is null to SQLite.
    public void BindText(int place, ReadOnlySpan<byte> utf8) =>
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, place, utf8z.FromSpan("\0"u8)) : raw.sqlite3_bind_text(_statement, place, utf8));

    public void BindBlob(int place, ReadOnlySpan<byte> value) =>
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, value));

    public bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        // The reset gives the same error again; the first is the one to tell.
        var failure = Failure(code);
        raw.sqlite3_reset(_statement);
        raw.sqlite3_clear_bindings(_statement);
        throw failure;
    }

    /// <summary>Ends the statement. One whose rows were not read to the end looks at its foreign keys only now, and may fail.</summary>
    public void Reset()
    {
        int code = raw.sqlite3_reset(_statement);
        var failure = code == raw.SQLITE_OK ? null : Failure(code);
        raw.sqlite3_clear_bindings(_statement);
        if (failure is not null)
            throw failure;
    }

    public int ColumnType(int column) => raw.sqlite3_column_type(_statement, column);

    public long GetInt64(int column) => raw.sqlite3_column_int64(_statement, column);

    public double GetDouble(int column) => raw.sqlite3_column_double(_statement, column);

    public string GetString(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Failure(code);
    }

    private SqliteException Failure(int code) =>
        new($"SQLite error {code}: '{raw.sqlite3_errmsg(_connection).utf8_to_string()}'.", code, raw.sqlite3_extended_errcode(_connection));
}
