using Npgsql;

namespace Coppice.Server.Storage.Postgres;

/// <summary>
/// The workspace in a PostgreSQL database. The connection that writes holds an advisory lock as long as it lives: it keeps other
/// processes out, and is what migrations run under.
/// </summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>"coppice", so that it meets no lock of another program in the same database.</summary>
    private const long OwnerLock = 0x63_6f_70_70_69_63_65;

    private const string NothingKept = "nothing of this write was kept";

    private readonly WriterTurn _turn = new();
    private readonly NpgsqlDataSource _writing;
    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _readingAnew;
    private NpgsqlConnection? _writer;

    private PostgresDatabase(string location)
    {
        var address = PostgresAddress.Parse(location);
        Path = PostgresAddress.Describe(address);
        address.MaxAutoPrepare = 256;
        address.AutoPrepareMinUsages = 2;
        address.ApplicationName ??= $"coppice (process {Environment.ProcessId} on {Environment.MachineName})";
        string options = address.Options ?? "";
        address.Options = $"{options} -c default_transaction_read_only=on";
        _reading = NpgsqlDataSource.Create(address);
        address.Pooling = false;
        _readingAnew = NpgsqlDataSource.Create(address);
        address.Options = $"{options} -c synchronous_commit=on";
        _writing = NpgsqlDataSource.Create(address);
    }

    public override string Path { get; }

    public override long Size => Read(session => session.Value<long>("SELECT pg_database_size(current_database())"));

    public static PostgresDatabase OpenServer(string location)
    {
        var database = new PostgresDatabase(location);
        try
        {
            database.Write(session => Migrations.Apply(session, database.Path, "Postgres"));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public override T Read<T>(Func<Session, T> work)
    {
        try
        {
            // What is still open when it goes back to the pool is rolled back there.
            using var connection = BeginReading();
            return work(new PostgresSession(connection));
        }
        catch (NpgsqlException e) when (IsLost(e))
        {
            // What lies in the pool is most likely broken too.
            _reading.Clear();
            throw new DatabaseUnreachableException(Path, "nothing was read", e);
        }
    }

    public override T Write<T>(Func<Session, T> work)
    {
        _turn.Take();
        try
        {
            var connection = Begin();
            T result;
            try
            {
                result = work(new PostgresSession(connection));
            }
            catch (Exception e)
            {
                Undo(connection);
                if (e is NpgsqlException lost && IsLost(lost))
                    throw new DatabaseUnreachableException(Path, NothingKept, e);
                throw;
            }

            Commit(connection);
            return result;
        }
        finally
        {
            _turn.Pass();
        }
    }

    internal static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public override void Dispose()
    {
        _writer?.Dispose();
        _writing.Dispose();
        _reading.Dispose();
        _readingAnew.Dispose();
        _turn.Dispose();
    }

    /// <summary>
    /// Begins at once: what lies in the pool broke when the server was restarted, and here, before anything was read, another
    /// connection can take its place. It is the price of one exchange with the server.
    /// </summary>
    private NpgsqlConnection BeginReading()
    {
        try
        {
            return BeginReading(_reading);
        }
        catch (NpgsqlException e) when (IsLost(e))
        {
            // Not from the pool: while one reader clears it, another could take a broken connection a second time.
            _reading.Clear();
            return BeginReading(_readingAnew);
        }
    }

    private static NpgsqlConnection BeginReading(NpgsqlDataSource source)
    {
        var connection = source.OpenConnection();
        try
        {
            Run(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins at once, so that a connection that broke since the last write is noticed before any work is done.</summary>
    private NpgsqlConnection Begin()
    {
        try
        {
            if (_writer is not null)
            {
                Run(_writer, "BEGIN");
                return _writer;
            }
        }
        catch (NpgsqlException e) when (IsLost(e))
        {
            Drop();
        }

        try
        {
            _writer = Open();
            Run(_writer, "BEGIN");
            return _writer;
        }
        catch (NpgsqlException e) when (IsLost(e))
        {
            Drop();
            throw new DatabaseUnreachableException(Path, NothingKept, e);
        }
    }

    private NpgsqlConnection Open()
    {
        var connection = Connect();
        try
        {
            // A process that was killed a moment ago may not be gone yet for the server.
            Run(connection, $"SET lock_timeout = '3s'; SELECT pg_advisory_lock({OwnerLock}); SET lock_timeout = 0");
            return connection;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            string holder = Holder(connection);
            connection.Dispose();
            throw new WorkspaceInUseException(Path, holder);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private NpgsqlConnection Connect()
    {
        try
        {
            return _writing.OpenConnection();
        }
        catch (PostgresException e) when (!IsLost(e))
        {
            throw new DatabaseUnreachableException(Path, "user, password and database name in its address have to be right", e);
        }
    }

    private static string Holder(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            $"""
            SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND (l.classid::bigint << 32) + l.objid::bigint = {OwnerLock}
            """,
            connection);
        return command.ExecuteScalar() is string { Length: > 0 } name ? name : "another process";
    }

    private void Commit(NpgsqlConnection connection)
    {
        try
        {
            // In a transaction that has failed COMMIT is a silent ROLLBACK; the SELECT before it fails aloud.
            Run(connection, "SELECT 1; COMMIT");
        }
        catch (PostgresException e) when (!IsLost(e))
        {
            Undo(connection);
            throw;
        }
        catch (NpgsqlException e) when (IsLost(e))
        {
            Drop();
            throw new DatabaseUnreachableException(Path, "whether this write was kept is not known, and sending it again is harmless", e);
        }
    }

    private void Undo(NpgsqlConnection connection)
    {
        try
        {
            Run(connection, "ROLLBACK");
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The server undoes what a lost connection leaves.
            Drop();
        }
    }

    private void Drop()
    {
        _writer?.Dispose();
        _writer = null;
    }

    /// <summary>Whether the connection is at fault, and not what was asked.</summary>
    private static bool IsLost(NpgsqlException e) => e is not PostgresException asked
        || asked.SqlState.StartsWith("08", StringComparison.Ordinal)
        || asked.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow;
}
