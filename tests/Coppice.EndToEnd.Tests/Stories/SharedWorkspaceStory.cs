using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class SharedWorkspaceStory
{
    [Fact]
    public async Task Commands_at_the_same_time_wait_for_each_other_and_all_work()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        for (int part = 0; part < 3; part++)
            folder.Write($"part{part}.csv", SomeFiles.PurchaseLog(100, seed: (ulong)part + 20).Replace("\nk", $"\npart{part}-", StringComparison.Ordinal));
        CoppiceResult[] results = await Task.WhenAll(Enumerable.Range(0, 3).Select(part => folder.RunAsync("import", "events", $"part{part}.csv")));
        Assert.All(results, r => r.Exits(0));
        long rows = Enumerable.Range(0, 3).Sum(part => File.ReadLines(folder.PathOf($"part{part}.csv")).LongCount() - 1);
        Assert.Equal(rows, (await Steps.StatsAsync(folder)).Events.Sum(e => e.Count));
    }

    [Fact]
    public async Task A_server_on_the_workspace_is_asked_and_ends_cleanly_when_told_to()
    {
        using var folder = new TemporaryFolder();
        await Steps.ImportTableAsync(folder);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        Uri address = await Steps.AddressAsync(server);
        await Steps.RetrainAsync(folder, "churn");
        using (var http = new HttpClient { BaseAddress = address })
        {
            StatusResponse status = await new CoppiceClient(http).GetStatusAsync(TestContext.Current.CancellationToken);
            Assert.Equal("1.0", status.Models[0].Champion);
        }

        CoppiceResult second = (await folder.RunAsync("serve", "--url", "http://127.0.0.1:0")).Exits(1);
        Assert.Single(second.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await server.TerminateAsync();
        CoppiceResult ended = (await server.WaitAsync(TimeSpan.FromSeconds(20))).Exits(0);
        // The loop tells of the runs it starts; nothing else is worth a line.
        Assert.All(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("info: Coppice.Server.Triggers.", line));
        Assert.EndsWith("stopped\n", ended.Output);
        Assert.False(folder.Has("coppice.db-wal"));
        Assert.False(folder.Has(Path.Combine(".coppice", "owner.json")));
        Assert.Equal("1.0", await Steps.ChampionAsync(folder));
    }

    [Fact]
    public async Task Interrupted_a_run_is_cancelled_and_the_champion_stays()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainTableAsync(folder);
        await using (CoppiceProcess retrain = folder.Start("retrain", "churn", "--strategy", "full"))
        {
            await retrain.WaitForLineAsync("churn  labels");
            await retrain.InterruptAsync();
            CoppiceResult result = (await retrain.WaitAsync(TimeSpan.FromSeconds(30))).Exits(130);
            Assert.Equal("churn: run 2 stopped; the champion stays.\ninterrupted\n", result.Error);
        }

        using (var file = new WorkspaceFile(folder))
        {
            Assert.Equal(["done", "cancelled"], file.Column("SELECT state FROM runs ORDER BY id"));
            file.HoldsNothingHalfDone();
        }

        Assert.Equal("1.0", await Steps.ChampionAsync(folder));
    }
}
