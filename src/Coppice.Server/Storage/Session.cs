using Dapper;
using Microsoft.Data.Sqlite;

namespace Coppice.Server.Storage;

/// <summary>One connection, and in a write the transaction that every statement of a use case belongs to.</summary>
public sealed class Session
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction? _transaction;

    internal Session(SqliteConnection connection, SqliteTransaction? transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    public int Execute(string sql, object? parameters = null) => _connection.Execute(sql, parameters, _transaction);

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => _connection.Query<T>(sql, parameters, _transaction).AsList();

    public T? First<T>(string sql, object? parameters = null) => _connection.QueryFirstOrDefault<T>(sql, parameters, _transaction);

    public T Value<T>(string sql, object? parameters = null) => _connection.ExecuteScalar<T>(sql, parameters, _transaction)!;

    /// <summary>Inserts a row and gives its number.</summary>
    public long Insert(string sql, object? parameters = null) => _connection.ExecuteScalar<long>(sql + " RETURNING id", parameters, _transaction);

    /// <summary>A prepared statement for many rows; parameters are named <c>$1 … $n</c> and reused.</summary>
    public BulkCommand Prepare(string sql) => new(_connection, _transaction, sql);
}
