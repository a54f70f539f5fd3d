using Coppice.Server.Storage.Postgres;
using Coppice.Server.Storage.Sqlite;

namespace Coppice.Server.Storage;

/// <summary>
/// Where a workspace is kept. One writer at a time, any number of readers beside it; a reader sees what was committed when it
/// began, and a write is one transaction that is on disk when it returns.
/// </summary>
public abstract class Database : IDisposable
{
    /// <summary>
    /// Opens the database and brings its tables up to date. The location is the path of an SQLite file, which is made where there is
    /// none, or the address of a PostgreSQL database.
    /// </summary>
    /// <exception cref="ArgumentException">The address cannot be read.</exception>
    /// <exception cref="DatabaseUnreachableException">The server does not answer.</exception>
    /// <exception cref="InvalidDataException">It is no Coppice database, is damaged, or was written by a newer Coppice.</exception>
    /// <exception cref="WorkspaceInUseException">Another process owns what PostgreSQL keeps.</exception>
    public static Database Open(string location)
    {
        UtcTimeHandler.Register();
        RecordMap.Register();
        return IsFile(location) ? SqliteDatabase.OpenFile(location) : PostgresDatabase.OpenServer(location);
    }

    /// <summary>Whether a location is the path of a file.</summary>
    public static bool IsFile(string location) => !PostgresAddress.Is(location);

    /// <summary>Why a location cannot be one, without repeating what may hold a password; null where it can.</summary>
    public static string? ProblemWith(string location)
    {
        try
        {
            if (!IsFile(location))
                PostgresAddress.Parse(location);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    /// <summary>The path of the file, or database and host, without the password.</summary>
    public abstract string Path { get; }

    /// <summary>Bytes on disk.</summary>
    public abstract long Size { get; }

    public abstract T Read<T>(Func<Session, T> work);

    /// <summary>Runs <paramref name="work"/> as one transaction: all of it is kept, or nothing.</summary>
    public abstract T Write<T>(Func<Session, T> work);

    public void Write(Action<Session> work) => Write(session =>
    {
        work(session);
        return 0;
    });

    public abstract void Dispose();
}
