using Coppice.Server.Storage.Sqlite;

namespace Coppice.Server.Storage;

/// <summary>
/// Where a workspace is kept. One writer at a time, any number of readers beside it; a reader sees what was committed when it
/// began, and a write is one transaction that is on disk when it returns.
/// </summary>
public abstract class Database : IDisposable
{
    /// <summary>Opens the file, makes it where there is none, and brings its tables up to date.</summary>
    /// <exception cref="InvalidDataException">The file is no Coppice database, is damaged, or was written by a newer Coppice.</exception>
    public static Database Open(string path)
    {
        UtcTimeHandler.Register();
        RecordMap.Register();
        return SqliteDatabase.OpenFile(path);
    }

    public abstract string Path { get; }

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
