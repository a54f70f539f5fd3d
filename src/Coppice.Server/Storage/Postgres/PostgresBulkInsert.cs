using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Coppice.Server.Storage.Postgres;

/// <summary>
/// Rows gathered by column. Their numbers are taken from the table's sequence beforehand, which the one writer may do. Many rows go
/// by COPY, which knows no ON CONFLICT; once one was already there, this and the following go as arrays by INSERT, which takes
/// twice as long.
/// </summary>
internal sealed class PostgresBulkInsert : BulkInsert
{
    /// <summary>Below it the savepoint around a COPY costs more than the COPY saves.</summary>
    private const int FewestToCopy = 256;

    private readonly NpgsqlConnection _connection;
    private readonly InsertTable _table;
    private readonly NpgsqlParameter<long> _count = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlCommand _reserve;
    private readonly NpgsqlCommand _insert;
    private readonly List<long> _numbers = [];
    private readonly List<long> _given = [];
    private readonly PostgresColumn[] _columns;
    private int _rows;
    private bool _metConflict;

    public PostgresBulkInsert(NpgsqlConnection connection, InsertTable table)
    {
        _connection = connection;
        _table = table;
        _columns = [.. table.Columns.Select(c => PostgresColumn.Of(c.Storage))];
        _reserve = new NpgsqlCommand(table.PostgresReserve, connection) { Parameters = { _count } };
        var numbers = new NpgsqlParameter<List<long>> { TypedValue = _numbers, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };
        _insert = new NpgsqlCommand(table.PostgresInsert, connection) { Parameters = { numbers } };
        foreach (var column in _columns)
            _insert.Parameters.Add(column.Parameter);
    }

    public override void Bind(int place, long value) => _columns[place - 1].Set(_rows, value);

    public override void Bind(int place, double value) => _columns[place - 1].Set(_rows, value);

    public override void Bind(int place, string? value) => _columns[place - 1].Set(_rows, value);

    public override void BindText(int place, ReadOnlySpan<byte> utf8) => _columns[place - 1].Set(_rows, Encoding.UTF8.GetString(utf8));

    public override void BindBlob(int place, ReadOnlySpan<byte> value) => _columns[place - 1].Set(_rows, value.ToArray());

    public override void BindNull(int place)
    {
        // A place that was not bound is null once the row ends.
    }

    public override void Next()
    {
        _rows++;
        foreach (var column in _columns)
            column.End(_rows);
    }

    public override ReadOnlySpan<long> Flush()
    {
        _given.Clear();
        if (_rows == 0)
            return [];
        _count.TypedValue = _rows;
        long first = (long)_reserve.ExecuteScalar()!;
        _numbers.Clear();
        for (int i = 0; i < _rows; i++)
            _numbers.Add(first + i);
        if (!_metConflict && _rows >= FewestToCopy && TryCopy())
            _given.AddRange(_numbers);
        else
            Insert(first);
        foreach (var column in _columns)
            column.Clear();
        _rows = 0;
        return CollectionsMarshal.AsSpan(_given);
    }

    public override void Dispose()
    {
        _reserve.Dispose();
        _insert.Dispose();
    }

    private bool TryCopy()
    {
        PostgresDatabase.Run(_connection, "SAVEPOINT bulk");
        try
        {
            using var copy = _connection.BeginBinaryImport(_table.PostgresCopy);
            for (int row = 0; row < _rows; row++)
            {
                copy.StartRow();
                copy.Write(_numbers[row], NpgsqlDbType.Bigint);
                foreach (var column in _columns)
                    column.Write(copy, row);
            }

            copy.Complete();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            PostgresDatabase.Run(_connection, "ROLLBACK TO SAVEPOINT bulk");
            _metConflict = true;
        }

        PostgresDatabase.Run(_connection, "RELEASE SAVEPOINT bulk");
        return !_metConflict;
    }

    private void Insert(long first)
    {
        CollectionsMarshal.SetCount(_given, _rows);
        var given = CollectionsMarshal.AsSpan(_given);
        given.Clear();
        using var reader = _insert.ExecuteReader();
        while (reader.Read())
        {
            long number = reader.GetInt64(0);
            given[(int)(number - first)] = number;
        }
    }
}
