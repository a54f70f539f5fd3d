using System.Data.Common;
using Dapper;

namespace Coppice.Server.Storage;

/// <summary>One connection within one transaction: every statement of a use case belongs to it.</summary>
public abstract class Session
{
    private protected abstract DbConnection Connection { get; }

    public int Execute(string sql, object? parameters = null) => Connection.Execute(sql, parameters);

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => Connection.Query<T>(sql, parameters).AsList();

    public T? First<T>(string sql, object? parameters = null) => Connection.QueryFirstOrDefault<T>(sql, parameters);

    public T Value<T>(string sql, object? parameters = null) => Connection.ExecuteScalar<T>(sql, parameters)!;

    /// <summary>Inserts a row and gives its number.</summary>
    // SQLite looks at foreign keys when the last row has been read, so the one row is not enough.
    public long Insert(string sql, object? parameters = null) => Connection.QuerySingle<long>(sql + " RETURNING id", parameters);

    /// <summary>A prepared statement for many rows; parameters are named <c>$1 … $n</c> and reused.</summary>
    public abstract BulkCommand Prepare(string sql);

    /// <summary>Adds many rows to a table, as fast as the database can.</summary>
    public abstract BulkInsert Insert(InsertTable table);

    /// <summary>Numbers of keys, in their order; unknown keys are added. Gives how many were.</summary>
    public abstract int Number(KeyTable table, ReadOnlySpan<string> keys, Span<long> numbers);
}
