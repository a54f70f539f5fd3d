using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Npgsql;

namespace Coppice.Server.Tests.Storage;

public class PostgresDatabaseTests
{
    [Fact]
    public void A_second_process_is_told_who_owns_the_database()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        using var database = Database.Open(address);

        var refused = Assert.Throws<WorkspaceInUseException>(() => Database.Open(address));

        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("one process at a time", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_is_free_again_once_it_is_closed()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        Database.Open(address).Dispose();

        using var again = Database.Open(address);

        Assert.Equal(0, again.Read(session => session.Value<long>("SELECT COUNT(*) FROM events")));
    }

    [Fact]
    public void A_connection_that_broke_between_two_writes_is_not_noticed_by_the_second()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        using var database = Database.Open(address);
        Set(database, "1");
        Terminate(address);

        Set(database, "2");

        Assert.Equal("2", Find(database));
    }

    [Fact]
    public void A_connection_that_breaks_within_a_write_keeps_nothing_of_it_and_says_so()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        using var database = Database.Open(address);
        Set(database, "1");

        var lost = Assert.Throws<DatabaseUnreachableException>(() => database.Write(session =>
        {
            new SettingsStore().Set(session, "a", "2");
            Terminate(address);
            new SettingsStore().Set(session, "a", "3");
        }));

        Assert.Contains("nothing of this write was kept", lost.Message, StringComparison.Ordinal);
        Assert.Equal("1", Find(database));
        Set(database, "4");
        Assert.Equal("4", Find(database));
    }

    [Fact]
    public void Readers_do_not_notice_that_their_connections_broke_since_the_last_read()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        using var database = Database.Open(address);
        Set(database, "1");
        ReadWithin(database, 8);
        Terminate(address);

        var found = new string?[8];
        Parallel.For(0, found.Length, i => found[i] = Find(database));

        Assert.All(found, value => Assert.Equal("1", value));
    }

    [Fact]
    public void A_connection_that_breaks_within_a_read_is_not_read_from_twice()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        using var database = Database.Open(address);
        Set(database, "1");
        int times = 0;

        Assert.Throws<DatabaseUnreachableException>(() => database.Read(session =>
        {
            times++;
            Assert.Equal("1", new SettingsStore().Find(session, "a"));
            Terminate(address);
            return new SettingsStore().Find(session, "a");
        }));

        Assert.Equal(1, times);
        Assert.Equal("1", Find(database));
    }

    [Fact]
    public void A_statement_that_failed_unseen_does_not_pass_for_a_commit()
    {
        string address = PostgresCluster.Shared.NewDatabase();
        using var database = Database.Open(address);

        Assert.Throws<PostgresException>(() => database.Write(session =>
        {
            new SettingsStore().Set(session, "a", "1");
            Assert.Throws<PostgresException>(() => session.Execute("SELECT 1 / 0"));
        }));

        Assert.Null(database.Read(session => new SettingsStore().Find(session, "a")));
    }

    [Fact]
    public void What_was_written_survives_a_crash_of_the_server_and_work_goes_on_after_it()
    {
        var cluster = PostgresCluster.OfItsOwn();
        try
        {
            using var database = Database.Open(cluster.NewDatabase());
            for (int i = 0; i < 50; i++)
                Set(database, $"{i}");

            cluster.Crash();
            var gone = Assert.Throws<DatabaseUnreachableException>(() => Set(database, "never"));
            Assert.Contains("nothing of this write was kept", gone.Message, StringComparison.Ordinal);
            Assert.Throws<DatabaseUnreachableException>(() => Find(database));
            cluster.Restart();

            Assert.Equal("49", Find(database));
            Set(database, "50");
            Assert.Equal("50", Find(database));
        }
        finally
        {
            cluster.Stop();
        }
    }

    [Fact]
    public void A_user_that_is_not_known_is_told_by_name_and_no_password_is_repeated()
    {
        string address = PostgresCluster.Shared.NewDatabase().Replace("Username=coppice", "Username=stranger;Password=hush", StringComparison.Ordinal);

        var refused = Assert.Throws<DatabaseUnreachableException>(() => Database.Open(address));

        Assert.Contains("stranger", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_keeps_its_workspace_where_the_definition_says()
    {
        string folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "coppice.yaml"),
            RunningServer.Definition.Replace("time_zone: UTC", $"time_zone: UTC\ndatabase: \"{PostgresCluster.Shared.NewDatabase()}\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await using var server = await RunningServer.StartAsync(folder);

        var sent = await server.Http.PostAsync(
            new Uri("/v1/events", UriKind.Relative),
            RunningServer.Text("""{"customer":"a","type":"visit","id":"e1"}""", "application/json"),
            TestContext.Current.CancellationToken);

        Assert.True(sent.IsSuccessStatusCode);
        Assert.False(File.Exists(Path.Combine(folder, "coppice.db")));
        var stats = await server.Client.GetStatsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, stats.Customers);
    }

    private static void Set(Database database, string value) => database.Write(session => new SettingsStore().Set(session, "a", value));

    private static string? Find(Database database) => database.Read(session => new SettingsStore().Find(session, "a"));

    /// <summary>Several connections of readers at once, which then wait in the pool.</summary>
    private static int ReadWithin(Database database, int depth) => database.Read(session => depth == 0 ? 0 : 1 + ReadWithin(database, depth - 1));

    private static void Terminate(string address)
    {
        string name = new NpgsqlConnectionStringBuilder(address).Database!;
        PostgresCluster.Shared.Execute($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
    }
}
