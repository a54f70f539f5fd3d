using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Coppice.Server.Storage.Postgres;

/// <summary>One connection to the server. Npgsql keeps its statements prepared.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session
{
    private protected override DbConnection Connection => connection;

    public override BulkCommand Prepare(string sql) => new PostgresBulkCommand(connection, sql);

    public override BulkInsert Insert(InsertTable table) => new PostgresBulkInsert(connection, table);

    public override int Number(KeyTable table, ReadOnlySpan<string> keys, Span<long> numbers)
    {
        if (keys.IsEmpty)
            return 0;
        var known = new Dictionary<string, long>(keys.Length);
        Collect(table.FindMany, keys.ToArray(), known);
        var unknown = new List<string>();
        foreach (string key in keys)
        {
            if (known.TryAdd(key, 0))
                unknown.Add(key);
        }

        if (unknown.Count > 0)
            Collect(table.AddMany, [.. unknown], known);
        for (int i = 0; i < keys.Length; i++)
            numbers[i] = known[keys[i]];
        return unknown.Count;
    }

    private void Collect(string sql, string[] keys, Dictionary<string, long> known)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        using var reader = command.ExecuteReader();
        while (reader.Read())
            known[reader.GetString(1)] = reader.GetInt64(0);
    }
}
