using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;

    private string FilePath => Path.Combine(_folder, "coppice.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_write_that_throws_keeps_nothing()
    {
        using var database = Database.Open(FilePath);

        Assert.Throws<InvalidOperationException>(() => database.Write(session =>
        {
            new SettingsStore().Set(session, "a", "1");
            throw new InvalidOperationException();
        }));

        Assert.Null(database.Read(session => new SettingsStore().Find(session, "a")));
        database.Write(session => new SettingsStore().Set(session, "a", "2"));
        Assert.Equal("2", database.Read(session => new SettingsStore().Find(session, "a")));
    }

    [Fact]
    public void What_was_written_is_there_at_the_next_opening_and_no_script_runs_twice()
    {
        using (var database = Database.Open(FilePath))
            database.Write(session => new SettingsStore().Set(session, "a", "1"));

        using var again = Database.Open(FilePath);

        Assert.Equal("1", again.Read(session => new SettingsStore().Find(session, "a")));
        Assert.Equal(
            again.Read(session => session.Value<long>("SELECT MAX(number) FROM migrations")),
            again.Read(session => session.Value<long>("SELECT COUNT(*) FROM migrations")));
    }

    [Fact]
    public void A_database_of_a_newer_Coppice_is_refused()
    {
        using (var database = Database.Open(FilePath))
            database.Write(session => session.Execute("INSERT INTO migrations (number, name) VALUES (9000, 'of tomorrow')"));

        var refused = Assert.Throws<InvalidDataException>(() => Database.Open(FilePath));

        Assert.Contains("newer Coppice", refused.Message, StringComparison.Ordinal);
        Assert.Contains("9000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_by_name()
    {
        File.WriteAllText(FilePath, string.Concat(Enumerable.Repeat("this is a letter, not a database\n", 100)));

        var refused = Assert.Throws<InvalidDataException>(() => Database.Open(FilePath));

        Assert.Contains(FilePath, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_sees_what_was_committed_when_it_began()
    {
        using var database = Database.Open(FilePath);
        database.Write(session => new SettingsStore().Set(session, "a", "1"));

        database.Read(reader =>
        {
            Assert.Equal("1", new SettingsStore().Find(reader, "a"));
            database.Write(session => new SettingsStore().Set(session, "a", "2"));
            Assert.Equal("1", new SettingsStore().Find(reader, "a"));
            return 0;
        });
    }

    [Fact]
    public void Times_come_back_to_the_microsecond()
    {
        var time = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 123, 456, TimeSpan.Zero);

        Assert.Equal(time, UtcMicroseconds.ToTime(time.ToMicroseconds()));
        Assert.Equal(time, UtcMicroseconds.ToTime(time.ToOffset(TimeSpan.FromHours(9)).ToMicroseconds()));
    }

    [Fact]
    public void A_simulated_clock_is_found_again_where_it_was_left()
    {
        using var database = Database.Open(FilePath);
        var clock = new WorkspaceClock(TimeProvider.System);
        clock.StopAt(Workspace.Day(-400));
        var simulated = new SimulatedTime(new SettingsStore());
        database.Write(session => simulated.Keep(session, clock));

        var later = new WorkspaceClock(TimeProvider.System);
        database.Read(session =>
        {
            simulated.Restore(session, later);
            return 0;
        });

        Assert.Equal(ClockKind.Simulated, later.Kind);
        Assert.InRange((later.GetUtcNow() - Workspace.Day(-400)).TotalSeconds, 0, 60);
    }
}
