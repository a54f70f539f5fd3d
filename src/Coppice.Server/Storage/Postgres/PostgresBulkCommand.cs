using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Coppice.Server.Storage.Postgres;

/// <summary>A statement run for many rows; Npgsql prepares it at its second use.</summary>
internal sealed class PostgresBulkCommand(NpgsqlConnection connection, string sql) : BulkCommand
{
    private readonly NpgsqlCommand _command = new(sql, connection);
    private NpgsqlDataReader? _reader;

    public override void Bind(int place, long value) => Set(place, value, NpgsqlDbType.Bigint);

    public override void Bind(int place, double value) => Set(place, value, NpgsqlDbType.Double);

    public override void Bind(int place, string? value)
    {
        if (value is null)
            BindNull(place);
        else
            Set(place, value, NpgsqlDbType.Text);
    }

    public override void BindText(int place, ReadOnlySpan<byte> utf8) => Set(place, Encoding.UTF8.GetString(utf8), NpgsqlDbType.Text);

    public override void BindBlob(int place, ReadOnlySpan<byte> value) => Set(place, value.ToArray(), NpgsqlDbType.Bytea);

    // Without a type the server takes the one of the column.
    public override void BindNull(int place)
    {
        Reach(place);
        _command.Parameters[place - 1] = new NpgsqlParameter { Value = DBNull.Value };
    }

    public override bool Step()
    {
        _reader ??= _command.ExecuteReader();
        if (_reader.Read())
            return true;
        Reset();
        return false;
    }

    public override int Run() => Math.Max(_command.ExecuteNonQuery(), 0);

    public override void Reset()
    {
        _reader?.Dispose();
        _reader = null;
    }

    public override bool IsNull(int column) => Reader.IsDBNull(column);

    public override long GetInt64(int column) => Reader.GetInt64(column);

    public override double GetDouble(int column) => Reader.GetDouble(column);

    public override string GetString(int column) => Reader.GetString(column);

    public override ReadOnlySpan<byte> GetBytes(int column) => Reader.GetValue(column) is string text ? Encoding.UTF8.GetBytes(text) : Reader.GetFieldValue<byte[]>(column);

    public override void Dispose()
    {
        Reset();
        _command.Dispose();
    }

    private protected override object? Value(int column) => Reader.GetValue(column) is var value and not DBNull ? value : null;

    private NpgsqlDataReader Reader => _reader ?? throw new InvalidOperationException("There is no row: step first.");

    private void Set<T>(int place, T value, NpgsqlDbType type)
    {
        Reach(place);
        if (_command.Parameters[place - 1] is NpgsqlParameter<T> same)
            same.TypedValue = value;
        else
            _command.Parameters[place - 1] = new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
    }

    private void Reach(int place)
    {
        while (_command.Parameters.Count < place)
            _command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value });
    }
}
