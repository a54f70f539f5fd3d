using System.Text;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces.Backups;

namespace Coppice.Server.Tests.Workspaces.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_acknowledged_before_a_backup_under_load_is_in_it()
    {
        await using var server = await RunningServer.StartAsync();
        using var stop = new CancellationTokenSource();
        int acknowledged = 0;
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                await ImportAsync(server, $"w{writer}-{i}");
                Interlocked.Increment(ref acknowledged);
            }
        })).ToList();
        while (Volatile.Read(ref acknowledged) < 100)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        int before = Volatile.Read(ref acknowledged);
        string archive = await BackUpAsync(server);
        int after = Volatile.Read(ref acknowledged);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var restored = await RestoreAsync(archive, "elsewhere");

        long events = restored.Manifest.Rows["events"];
        Assert.InRange(events, before, after + 4);
        Assert.Equal(events, DatabaseCopy.Check(PathOf("elsewhere", "coppice.db")).Rows["events"]);
        Assert.Equal(RunningServer.Definition, await File.ReadAllTextAsync(PathOf("elsewhere", "coppice.yaml"), TestContext.Current.CancellationToken));
        await using var second = await RunningServer.StartAsync(PathOf("elsewhere"));
        Assert.Equal(events, (await second.Client.GetStatsAsync(TestContext.Current.CancellationToken)).Events.Sum(e => e.Count));
        Assert.Empty(Directory.GetDirectories(Path.Combine(server.Folder, ".coppice"), "backup-*"));
    }

    [Fact]
    public async Task A_restore_leaves_a_workspace_with_data_alone_unless_told()
    {
        string archive = await ArchiveAsync("old");
        await RestoreAsync(archive, "w");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(archive, "w"));
        Assert.Contains("holds data already", refused.Message);

        var restored = await RestoreAsync(archive, "w", ExistingData.SetAside);
        Assert.Equal(PathOf("w", "coppice.db.before-restore"), restored.KeptDatabase);
        Assert.Equal(1, DatabaseCopy.Check(restored.KeptDatabase!).Rows["events"]);
        Assert.Equal(PathOf("w", "coppice.db.before-restore-2"), (await RestoreAsync(archive, "w", ExistingData.SetAside)).KeptDatabase);
    }

    [Fact]
    public async Task A_restore_refuses_while_a_server_has_the_workspace()
    {
        string archive = await ArchiveAsync("x");
        await using var server = await RunningServer.StartAsync();

        var refused = await Assert.ThrowsAsync<WorkspaceInUseException>(() => RestoreWorkspace.RunAsync(archive, server.Folder, ExistingData.SetAside, TestContext.Current.CancellationToken));

        Assert.Contains("is in use by coppice test", refused.Message);
    }

    [Fact]
    public async Task A_backup_with_one_bit_changed_is_refused_or_gives_back_every_byte()
    {
        const int places = 12;
        string archive = await ArchiveAsync("x");
        await RestoreAsync(archive, "whole");
        byte[] whole = await File.ReadAllBytesAsync(PathOf("whole", "coppice.db"), TestContext.Current.CancellationToken);
        byte[] bytes = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        int refused = 0;
        for (int i = 0; i < places; i++)
        {
            string damaged = PathOf($"damaged-{i}");
            byte[] copy = [.. bytes];
            copy[(bytes.Length * ((2 * i) + 1)) / (2 * places)] ^= 4;
            await File.WriteAllBytesAsync(damaged, copy, TestContext.Current.CancellationToken);
            try
            {
                await RestoreAsync(damaged, $"w{i}");
                // Where a run of zeros is taken from another run of zeros, nothing has changed.
                Assert.Equal(whole, await File.ReadAllBytesAsync(PathOf($"w{i}", "coppice.db"), TestContext.Current.CancellationToken));
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.False(File.Exists(PathOf($"w{i}", "coppice.db")));
            }
        }

        Assert.True(refused >= places / 2, $"Only {refused} of {places} damaged backups were refused.");
    }

    [Fact]
    public async Task A_backup_whose_end_is_missing_is_not_restored()
    {
        string archive = await ArchiveAsync("x");
        byte[] bytes = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(archive, bytes[..(bytes.Length * 2 / 3)], TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(archive, "w"));

        Assert.False(File.Exists(PathOf("w", "coppice.db")));
    }

    [Fact]
    public async Task What_is_no_backup_is_not_restored()
    {
        string file = PathOf("file");
        await File.WriteAllTextAsync(file, "customer,type,time\n", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(file, "w"));
    }

    [Fact]
    public async Task A_database_that_lies_elsewhere_is_backed_up_and_goes_back_there()
    {
        await WriteDefinitionAsync("w", "data/shop.db");
        Directory.CreateDirectory(PathOf("w", "data"));
        string archive;
        await using (var server = await RunningServer.StartAsync(PathOf("w")))
        {
            await ImportAsync(server, "x");
            archive = await BackUpAsync(server);
        }

        await RestoreAsync(archive, "copy");

        Assert.Equal(1, DatabaseCopy.Check(PathOf("copy", "data", "shop.db")).Rows["events"]);
        Assert.False(File.Exists(PathOf("copy", "coppice.db")));
        await using var second = await RunningServer.StartAsync(PathOf("copy"));
        Assert.Equal(1, (await second.Client.GetStatsAsync(TestContext.Current.CancellationToken)).Customers);
    }

    [Fact]
    public async Task A_workspace_in_PostgreSQL_is_left_alone_and_pg_restore_is_named()
    {
        string archive = await ArchiveAsync("x");
        string definition = await WriteDefinitionAsync("w", "postgresql://shop:hush@db.example/shop");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(archive, "w", ExistingData.SetAside));

        Assert.Equal(
            "The workspace is kept in PostgreSQL (database: in coppice.yaml); coppice restore puts back files. pg_restore brings back what pg_dump has written; nothing was changed.",
            refused.Message);
        Assert.Equal(definition, await File.ReadAllTextAsync(PathOf("w", "coppice.yaml"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(PathOf("w", "coppice.db")));
    }

    [Fact]
    public async Task A_file_that_is_not_this_workspaces_is_not_replaced_even_when_told()
    {
        await WriteDefinitionAsync("w", PathOf("shop.db"));
        string archive;
        await using (var server = await RunningServer.StartAsync(PathOf("w")))
        {
            await ImportAsync(server, "x");
            archive = await BackUpAsync(server);
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(archive, "copy", ExistingData.SetAside));

        Assert.StartsWith(PathOf("shop.db"), refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, DatabaseCopy.Check(PathOf("shop.db")).Rows["events"]);

        await WriteDefinitionAsync("w", PathOf("shop.db"));
        Assert.Equal(PathOf("shop.db.before-restore"), (await RestoreAsync(archive, "w", ExistingData.SetAside)).KeptDatabase);
    }

    [Fact]
    public async Task A_lexicon_is_part_of_the_workspace_it_lies_in()
    {
        string archive;
        await WriteLexiconAsync("w", "golf");
        await using (var server = await RunningServer.StartAsync(PathOf("w")))
        {
            archive = await BackUpAsync(server);
        }

        await WriteLexiconAsync("w", "sailing");
        await RestoreAsync(archive, "w", ExistingData.SetAside);

        Assert.Contains("golf", await File.ReadAllTextAsync(PathOf("w", "lexicon.csv"), TestContext.Current.CancellationToken));
        Assert.Contains("sailing", await File.ReadAllTextAsync(PathOf("w", "lexicon.csv.before-restore"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_workspace_that_had_no_lexicon_has_none_again()
    {
        string archive = await ArchiveAsync("x");
        await WriteLexiconAsync("w", "sailing");

        await RestoreAsync(archive, "w", ExistingData.SetAside);

        Assert.False(File.Exists(PathOf("w", "lexicon.csv")));
        Assert.True(File.Exists(PathOf("w", "lexicon.csv.before-restore")));
    }

    private async Task WriteLexiconAsync(string name, string concept)
    {
        Directory.CreateDirectory(PathOf(name));
        await File.WriteAllTextAsync(PathOf(name, "lexicon.csv"), $"id,label,aliases\n{concept},{concept},\n", TestContext.Current.CancellationToken);
    }

    private async Task<string> WriteDefinitionAsync(string name, string database)
    {
        Directory.CreateDirectory(PathOf(name));
        string text = RunningServer.Definition.Replace("time_zone: UTC", $"time_zone: UTC\ndatabase: \"{database}\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(PathOf(name, "coppice.yaml"), text, TestContext.Current.CancellationToken);
        return text;
    }

    private string PathOf(params string[] names) => Path.Combine([_folder, .. names]);

    private async Task<string> ArchiveAsync(string id)
    {
        await using var server = await RunningServer.StartAsync();
        await ImportAsync(server, id);
        return await BackUpAsync(server);
    }

    private async Task<string> BackUpAsync(RunningServer server)
    {
        await using var file = File.Create(PathOf("backup.tar.gz"));
        await server.Client.BackUpAsync(file, TestContext.Current.CancellationToken);
        return file.Name;
    }

    private Task<RestoredWorkspace> RestoreAsync(string archive, string name, ExistingData data = ExistingData.Keep) =>
        RestoreWorkspace.RunAsync(archive, PathOf(name), data, TestContext.Current.CancellationToken);

    private static async Task ImportAsync(RunningServer server, string id)
    {
        using var row = new MemoryStream(Encoding.UTF8.GetBytes($"id,customer,type,time\n{id},c-{id},visit,2026-01-01\n"));
        ImportReport report = await server.Client.ImportAsync("events", row, "row.csv");
        Assert.Equal(1, report.Imported);
    }
}
