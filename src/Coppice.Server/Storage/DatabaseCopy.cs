using Coppice.Server.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Coppice.Server.Storage;

/// <summary>Copies of a workspace's file: made while it is written to, and looked at before they are trusted.</summary>
public static class DatabaseCopy
{
    /// <summary>Whether the workspace is a file that can be copied; PostgreSQL has tools of its own.</summary>
    public static bool IsFile(Database database) => database is SqliteDatabase;

    /// <summary>Copies what was committed when the copy began, as one file without a log beside it. Writers go on meanwhile.</summary>
    public static void Write(string path, string copy)
    {
        using var source = Open(path, SqliteOpenMode.ReadWrite);
        using var target = Open(copy, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        Text(target, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Reads a copy from end to end.</summary>
    /// <exception cref="InvalidDataException">It is no database, is damaged, or was written by a newer Coppice.</exception>
    public static CopyReport Check(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            if (Text(connection, "PRAGMA integrity_check") is not "ok" and var fault)
                throw new InvalidDataException($"{path} is damaged: {fault}");
            long step = long.Parse(Text(connection, "SELECT MAX(number) FROM migrations"));
            int newest = Migrations.Newest("Sqlite");
            if (step > newest)
                throw new InvalidDataException($"{path} was written by a newer Coppice (its tables are at step {step}, this one knows {newest}).");
            var counts = Tables(connection).ToDictionary(table => table, table => long.Parse(Text(connection, $"SELECT COUNT(*) FROM \"{table}\"")));
            return new CopyReport(step, counts);
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"{path} is not a database Coppice can read ({e.Message}).", e);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar()) ?? "";
    }
}

/// <summary>What a sound copy holds: the step its tables are at, and how many rows each of them has.</summary>
public sealed record CopyReport(long Step, IReadOnlyDictionary<string, long> Rows);
