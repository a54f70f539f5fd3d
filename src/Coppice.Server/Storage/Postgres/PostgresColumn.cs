using Npgsql;
using NpgsqlTypes;

namespace Coppice.Server.Storage.Postgres;

/// <summary>The values of one column for many rows: an array parameter.</summary>
internal abstract class PostgresColumn
{
    public abstract NpgsqlParameter Parameter { get; }

    public static PostgresColumn Of(ColumnStorage storage) => storage switch
    {
        ColumnStorage.Whole => new PostgresColumn<long?>(NpgsqlDbType.Bigint),
        ColumnStorage.Real => new PostgresColumn<double?>(NpgsqlDbType.Double),
        ColumnStorage.Text => new PostgresColumn<string?>(NpgsqlDbType.Text),
        _ => new PostgresColumn<byte[]?>(NpgsqlDbType.Bytea),
    };

    public void Set<TValue>(int row, TValue value)
    {
        switch (this)
        {
            case PostgresColumn<long?> whole when value is long number:
                whole.Put(row, number);
                break;
            case PostgresColumn<double?> real when value is double number:
                real.Put(row, number);
                break;
            case PostgresColumn<double?> real when value is long number:
                real.Put(row, number);
                break;
            case PostgresColumn<string?> text when value is string or null:
                text.Put(row, value as string);
                break;
            case PostgresColumn<byte[]?> blob when value is byte[] bytes:
                blob.Put(row, bytes);
                break;
            default:
                throw new ArgumentException($"A {typeof(TValue).Name} was bound to a column of {Parameter.NpgsqlDbType}.", nameof(value));
        }
    }

    public abstract void End(int rows);

    public abstract void Write(NpgsqlBinaryImporter copy, int row);

    public abstract void Clear();
}

internal sealed class PostgresColumn<T> : PostgresColumn
{
    private readonly List<T?> _values = [];
    private readonly NpgsqlDbType _type;

    public PostgresColumn(NpgsqlDbType type)
    {
        _type = type;
        Parameter = new NpgsqlParameter<List<T?>> { TypedValue = _values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    public override NpgsqlParameter Parameter { get; }

    public void Put(int row, T? value)
    {
        if (_values.Count == row)
            _values.Add(value);
        else
            _values[row] = value;
    }

    public override void End(int rows)
    {
        if (_values.Count < rows)
            _values.Add(default);
    }

    public override void Write(NpgsqlBinaryImporter copy, int row)
    {
        if (_values[row] is { } value)
            copy.Write(value, _type);
        else
            copy.WriteNull();
    }

    public override void Clear() => _values.Clear();
}
