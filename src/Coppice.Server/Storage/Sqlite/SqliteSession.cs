using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Coppice.Server.Storage.Sqlite;

/// <summary>One connection to the file, with the statements that were prepared on it, kept for the next transaction.</summary>
internal sealed class SqliteSession : Session, IDisposable
{
    /// <summary>Texts are constants of the program; the bound is for those that are not.</summary>
    private const int MostKept = 256;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _prepared = [];
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollBack;

    public SqliteSession(string connectionString, string settings)
    {
        _connection = new SqliteConnection(connectionString);
        try
        {
            _connection.Open();
            _connection.Execute(settings);
            _commit = new SqliteStatement(_connection.Handle!, "COMMIT");
            _rollBack = new SqliteStatement(_connection.Handle!, "ROLLBACK");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    private protected override DbConnection Connection => _connection;

    public override BulkCommand Prepare(string sql) => new SqliteBulkCommand(this, Take(sql));

    public override BulkInsert Insert(InsertTable table) => new SqliteBulkInsert(this, table);

    public override int Number(KeyTable table, ReadOnlySpan<string> keys, Span<long> numbers)
    {
        using var find = Prepare(table.Find);
        using var add = Prepare(table.Add);
        int added = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            find.Bind(1, keys[i]);
            if (find.Step())
            {
                numbers[i] = find.GetInt64(0);
                find.Reset();
                continue;
            }

            add.Bind(1, keys[i]);
            add.Step();
            numbers[i] = add.GetInt64(0);
            add.Reset();
            added++;
        }

        return added;
    }

    /// <summary>A statement for one user at a time; <see cref="GiveBack"/> returns it.</summary>
    public SqliteStatement Take(string sql) => _prepared.Remove(sql, out var kept) ? kept : new SqliteStatement(_connection.Handle!, sql);

    public void GiveBack(SqliteStatement statement)
    {
        statement.Reset();
        if (_prepared.Count >= MostKept || !_prepared.TryAdd(statement.Sql, statement))
            statement.Dispose();
    }

    public T Run<T>(string begin, Func<Session, T> work)
    {
        var beginning = Take(begin);
        beginning.Step();
        GiveBack(beginning);
        try
        {
            var result = work(this);
            Finish(_commit);
            return result;
        }
        catch
        {
            // Some failures, such as a full disk, have rolled back already.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
                Finish(_rollBack);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
        _commit.Dispose();
        _rollBack.Dispose();
        _connection.Dispose();
    }

    private static void Finish(SqliteStatement statement)
    {
        statement.Step();
        statement.Reset();
    }
}
