using Microsoft.Data.Sqlite;

namespace Coppice.Server.Storage;

/// <summary>
/// The workspace's SQLite file. One writer at a time, any number of readers beside it; a write is one transaction and is on
/// disk when it returns (WAL, synchronous=FULL).
/// </summary>
public sealed class Database : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SqliteConnection _writing;
    private readonly string _connectionString;

    private Database(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, ForeignKeys = true }.ToString();
        _writing = Open();
    }

    public string Path { get; }

    /// <summary>Opens the file, makes it where there is none, and brings its tables up to date.</summary>
    /// <exception cref="InvalidDataException">The file is no Coppice database, is damaged, or was written by a newer Coppice.</exception>
    public static Database Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        UtcTimeHandler.Register();
        RecordMap.Register();
        Database? database = null;
        try
        {
            database = new Database(path);
            database.Write(session => Migrations.Apply(session, path));
            return database;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            database?.Dispose();
            throw new InvalidDataException($"{path} is not a database Coppice can read ({e.Message}).", e);
        }
    }

    public T Read<T>(Func<Session, T> work)
    {
        using var connection = Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        return work(new Session(connection, snapshot));
    }

    /// <summary>Runs <paramref name="work"/> as one transaction: all of it is kept, or nothing.</summary>
    public T Write<T>(Func<Session, T> work)
    {
        _writer.Wait();
        try
        {
            using var transaction = _writing.BeginTransaction(deferred: false);
            T result = work(new Session(_writing, transaction));
            transaction.Commit();
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Write(Action<Session> work) => Write(session =>
    {
        work(session);
        return 0;
    });

    public void Dispose()
    {
        _writing.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        _writer.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA busy_timeout=10000;";
        pragma.ExecuteNonQuery();
        return connection;
    }
}
