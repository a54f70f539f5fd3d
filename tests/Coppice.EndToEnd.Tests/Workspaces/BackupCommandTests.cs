using System.Diagnostics;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Workspaces;

public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_workspace_is_backed_up_without_a_server_and_restored_elsewhere()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        folder.Write("log.csv", "customer_id,type,time\na,visit,2024-01-01\nb,visit,2024-01-02\n");
        (await folder.RunAsync("import", "events", "log.csv")).Exits(0);

        CoppiceResult backup = (await folder.RunAsync("backup", "shop.tar.gz")).Exits(0);
        CoppiceResult restore = (await folder.RunAsync("restore", "shop.tar.gz", "--workspace", "copy")).Exits(0);

        Assert.Contains("backed up boutique to", backup.Output);
        Assert.Contains("2 customers · 2 events", backup.Output);
        Assert.Contains("2 customers · 2 events", restore.Output);
        Assert.Contains("2", (await folder.RunAsync("stats", "--workspace", "copy")).Exits(0).Output);
        Assert.False(folder.Has("shop.tar.gz.partial"));
        Assert.Contains("holds data already", (await folder.RunAsync("restore", "shop.tar.gz", "--workspace", "copy")).Exits(1).Error);
        Assert.Contains("coppice.db.before-restore", (await folder.RunAsync("restore", "shop.tar.gz", "--workspace", "copy", "--force")).Exits(0).Output);
    }

    [Fact]
    public async Task A_restore_into_PostgreSQL_is_refused_in_one_sentence()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        (await folder.RunAsync("backup", "b.tar.gz")).Exits(0);

        CoppiceResult restore = (await folder.RunAsync([("COPPICE_DATABASE", "postgresql://shop:hush@db.example/shop")], "restore", "b.tar.gz", "--workspace", "copy", "--force")).Exits(1);

        Assert.Contains("kept in PostgreSQL (COPPICE_DATABASE)", restore.Error);
        Assert.Contains("pg_restore", restore.Error);
        Assert.DoesNotContain("hush", restore.Error);
        Assert.Single(restore.Error.Trim().Split('\n'));
        Assert.False(File.Exists(folder.PathOf(Path.Combine("copy", "coppice.yaml"))));
    }

    [Fact]
    public async Task A_backup_can_be_opened_with_what_every_machine_has()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        (await folder.RunAsync("backup", "b.tar.gz")).Exits(0);

        using Process tar = Process.Start(new ProcessStartInfo("tar", ["tzf", folder.PathOf("b.tar.gz")]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string names = await tar.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tar.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["manifest.json", "coppice.yaml", "coppice.db"], names.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_restore_while_a_server_has_the_workspace_is_refused_in_one_sentence()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        (await folder.RunAsync("backup", "b.tar.gz")).Exits(0);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        await Steps.AddressAsync(server);
        (await folder.RunAsync("backup", "c.tar.gz")).Exits(0);

        CoppiceResult restore = (await folder.RunAsync("restore", "b.tar.gz", "--force")).Exits(1);

        Assert.Contains("is in use by coppice serve", restore.Error);
        Assert.Single(restore.Error.Trim().Split('\n'));
    }
}
