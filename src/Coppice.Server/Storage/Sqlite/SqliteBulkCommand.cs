using SQLitePCL;

namespace Coppice.Server.Storage.Sqlite;

/// <summary>A prepared statement of the file's own.</summary>
internal sealed class SqliteBulkCommand(SqliteSession session, SqliteStatement statement) : BulkCommand
{
    private bool _givenBack;

    public override void Bind(int place, long value) => statement.Bind(place, value);

    public override void Bind(int place, double value) => statement.Bind(place, value);

    public override void Bind(int place, string? value) => statement.Bind(place, value);

    public override void BindText(int place, ReadOnlySpan<byte> utf8) => statement.BindText(place, utf8);

    public override void BindBlob(int place, ReadOnlySpan<byte> value) => statement.BindBlob(place, value);

    public override void BindNull(int place) => statement.BindNull(place);

    public override bool Step()
    {
        if (statement.Step())
            return true;
        statement.Reset();
        return false;
    }

    public override int Run()
    {
        while (statement.Step())
        {
            // Rows of a RETURNING that nobody asked for.
        }

        int changes = statement.Changes;
        statement.Reset();
        return changes;
    }

    public override void Reset() => statement.Reset();

    public override bool IsNull(int column) => statement.ColumnType(column) == raw.SQLITE_NULL;

    public override long GetInt64(int column) => statement.GetInt64(column);

    public override double GetDouble(int column) => statement.GetDouble(column);

    public override string GetString(int column) => statement.GetString(column);

    public override ReadOnlySpan<byte> GetBytes(int column) => statement.GetBytes(column);

    public override void Dispose()
    {
        if (_givenBack)
            return;
        _givenBack = true;
        session.GiveBack(statement);
    }

    private protected override object? Value(int column) => statement.ColumnType(column) switch
    {
        raw.SQLITE_INTEGER => statement.GetInt64(column),
        raw.SQLITE_FLOAT => statement.GetDouble(column),
        raw.SQLITE_TEXT => statement.GetString(column),
        raw.SQLITE_BLOB => statement.GetBytes(column).ToArray(),
        _ => null,
    };
}
