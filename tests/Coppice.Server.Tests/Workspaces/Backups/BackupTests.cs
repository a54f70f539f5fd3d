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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_backup_with_one_bit_changed_or_its_end_missing_is_not_restored(int place)
    {
        string archive = await ArchiveAsync("x");
        byte[] bytes = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        if (place == 2)
            bytes = bytes[..(bytes.Length * 2 / 3)];
        else
            bytes[place == 0 ? bytes.Length / 2 : bytes.Length - 200] ^= 4;
        await File.WriteAllBytesAsync(archive, bytes, TestContext.Current.CancellationToken);

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
