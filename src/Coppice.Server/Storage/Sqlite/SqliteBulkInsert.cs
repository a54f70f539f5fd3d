using System.Runtime.InteropServices;

namespace Coppice.Server.Storage.Sqlite;

/// <summary>The prepared loop: in one process a statement per row is the fastest there is.</summary>
internal sealed class SqliteBulkInsert(SqliteSession session, InsertTable table) : BulkInsert
{
    private readonly SqliteStatement _statement = session.Take(table.InsertOne);
    private readonly List<long> _numbers = [];
    private bool _flushed;
    private bool _givenBack;

    public override void Bind(int place, long value) => _statement.Bind(place, value);

    public override void Bind(int place, double value) => _statement.Bind(place, value);

    public override void Bind(int place, string? value) => _statement.Bind(place, value);

    public override void BindText(int place, ReadOnlySpan<byte> utf8) => _statement.BindText(place, utf8);

    public override void BindBlob(int place, ReadOnlySpan<byte> value) => _statement.BindBlob(place, value);

    public override void BindNull(int place) => _statement.BindNull(place);

    public override void Next()
    {
        if (_flushed)
        {
            _numbers.Clear();
            _flushed = false;
        }

        _statement.Step();
        _numbers.Add(_statement.Changes == 0 ? 0 : _statement.LastNumber);
        _statement.Reset();
    }

    public override ReadOnlySpan<long> Flush()
    {
        if (_flushed)
            _numbers.Clear();
        _flushed = true;
        return CollectionsMarshal.AsSpan(_numbers);
    }

    public override void Dispose()
    {
        if (_givenBack)
            return;
        _givenBack = true;
        session.GiveBack(_statement);
    }
}
