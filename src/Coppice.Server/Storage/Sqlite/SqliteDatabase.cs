using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Coppice.Server.Storage.Sqlite;

/// <summary>The workspace in one file (WAL, synchronous=FULL).</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>Opened readers kept for the next read; opening one costs more than most reads.</summary>
    private const int MostIdleReaders = 8;

    // Rows of many customers dirty many pages. At 16,000 pages (64 MB) of log a page that many transactions write is copied
    // into the file once for all of them: at 10,000 events per transaction half as fast again as with 4,000.
    private const string Settings = """
        PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;
        PRAGMA wal_autocheckpoint=16000;
        """;

    private readonly WriterTurn _turn = new();
    private readonly ConcurrentStack<SqliteSession> _idle = new();
    private readonly string _connectionString;
    private readonly SqliteSession _writer;
    private volatile bool _disposed;

    // A connection is used by one thread at a time here, so SQLite need not guard it, nor count its memory under a lock of the process.
    static SqliteDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteDatabase(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString();
        _writer = new SqliteSession(_connectionString, Settings + "PRAGMA cache_size=-32768;");
    }

    public override string Path { get; }

    public override long Size => new FileInfo(Path).Length + (new FileInfo(Path + "-wal") is { Exists: true } log ? log.Length : 0);

    public static SqliteDatabase OpenFile(string path)
    {
        SqliteDatabase? database = null;
        try
        {
            database = new SqliteDatabase(path);
            database.Write(session => Migrations.Apply(session, path, "Sqlite"));
            return database;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            database?.Dispose();
            throw new InvalidDataException($"{path} is not a database Coppice can read ({e.Message}).", e);
        }
    }

    public override T Read<T>(Func<Session, T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryPop(out var reader))
            reader = new SqliteSession(_connectionString, Settings + "PRAGMA cache_size=-2048; PRAGMA query_only=ON;");
        try
        {
            return reader.Run("BEGIN", work);
        }
        finally
        {
            if (_disposed || _idle.Count >= MostIdleReaders)
                reader.Dispose();
            else
                _idle.Push(reader);
        }
    }

    public override T Write<T>(Func<Session, T> work)
    {
        _turn.Take();
        try
        {
            return _writer.Run("BEGIN IMMEDIATE", work);
        }
        finally
        {
            _turn.Pass();
        }
    }

    public override void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var reader))
            reader.Dispose();
        _writer.Dispose();
        _turn.Dispose();
    }
}
