using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>kill -9 at moments drawn from a seed. What was acknowledged stays, and doing it again brings the rest.</summary>
public sealed class KilledStory
{
    [Fact]
    public async Task In_the_middle_of_an_import_some_of_the_file_is_there_and_importing_it_again_brings_the_rest_once()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        folder.Write("small.csv", "customer_id,type,time\nfirst,visit,2024-01-01\n");
        (await folder.RunAsync("import", "events", "small.csv")).Exits(0);
        string log = SomeFiles.PurchaseLog(12_000);
        folder.Write("log.csv", log);
        int rows = log.Count(c => c == '\n') - 1;
        var random = new SplitMix64(11);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            await using (CoppiceProcess import = folder.Start("import", "events", "log.csv"))
            {
                await UntilWritingAsync(folder, import);
                await Task.Delay((int)random.NextBelow(300));
                import.Kill();
            }

            using var file = new WorkspaceFile(folder);
            file.HoldsNothingHalfDone();
            Assert.InRange(file.Count("SELECT COUNT(*) FROM events"), 1, rows + 1);
        }

        (await folder.RunAsync("import", "events", "log.csv")).Exits(0);
        Assert.Equal(rows + 1, (await Steps.StatsAsync(folder)).Events.Sum(e => e.Count));
    }

    [Fact]
    public async Task In_the_middle_of_training_no_part_of_the_run_is_left_but_that_it_was_interrupted()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainPurchasesTwiceAsync(folder);
        string? champion = await Steps.ChampionAsync(folder);
        int finished = 0;
        string[] steps = ["read", "judge", "save"];
        foreach (string step in steps)
        {
            await using (CoppiceProcess retrain = folder.Start("retrain", "purchase", "--strategy", "full"))
            {
                await retrain.WaitForLineAsync($"purchase  {step}");
                retrain.Kill();
            }

            string? now = await Steps.ChampionAsync(folder);
            using var file = new WorkspaceFile(folder);
            file.HoldsNothingHalfDone();
            Assert.Equal(0, file.Count("SELECT COUNT(*) FROM runs WHERE state = 'running'"));
            finished = (int)file.Count("SELECT COUNT(*) FROM runs WHERE state = 'done'") - 2;
            string live = file.Column("SELECT v.major || '.' || v.minor FROM deployments d JOIN versions v ON v.id = d.to_id ORDER BY d.id DESC LIMIT 1")[0];
            Assert.Equal(live, now);
            if (finished == 0)
                Assert.Equal(champion, now);
        }

        using var end = new WorkspaceFile(folder);
        Assert.Equal(steps.Length - finished, end.Count("SELECT COUNT(*) FROM runs WHERE state = 'interrupted'"));
        Assert.InRange(finished, 0, 2);
    }

    [Fact]
    public async Task In_the_middle_of_a_promotion_the_champion_is_the_one_before_or_the_one_after()
    {
        using var folder = new TemporaryFolder();
        string[] versions = ["1.0", await Steps.TrainPurchasesTwiceAsync(folder)];
        var random = new SplitMix64(12);
        long known = JournalLength(folder);
        for (int attempt = 0; attempt < 4; attempt++)
        {
            string live = (await Steps.ChampionAsync(folder))!;
            long acknowledged = await PromoteUntilKilledAsync(folder, live == versions[0] ? versions[1] : versions[0], live, (int)random.NextBelow(250));
            using var file = new WorkspaceFile(folder);
            file.HoldsNothingHalfDone();
            long length = JournalLength(folder);
            Assert.InRange(length, known + acknowledged, known + acknowledged + 1);
            Assert.Equal(length, file.Count("SELECT COUNT(*) FROM audit WHERE action IN ('promote', 'roll_back')"));
            known = length;
        }
    }

    private static long JournalLength(TemporaryFolder folder)
    {
        using var file = new WorkspaceFile(folder);
        return file.Count("SELECT COUNT(*) FROM deployments");
    }

    /// <summary>Promotes two versions in turn, as fast as the server can, until it dies; gives how often it said it had.</summary>
    private static async Task<long> PromoteUntilKilledAsync(TemporaryFolder folder, string next, string live, int milliseconds)
    {
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
        var client = new CoppiceClient(http);
        Task killed = KillAsync(server, milliseconds);
        long acknowledged = 0;
        try
        {
            while (true)
            {
                await client.PromoteAsync("purchase", new PromoteRequest(next, "tester", "in turn"), TestContext.Current.CancellationToken);
                acknowledged++;
                (next, live) = (live, next);
            }
        }
        catch (HttpRequestException)
        {
            await killed;
        }

        return acknowledged;
    }

    private static async Task KillAsync(CoppiceProcess process, int milliseconds)
    {
        await Task.Delay(50 + milliseconds);
        process.Kill();
    }

    private static async Task UntilWritingAsync(TemporaryFolder folder, CoppiceProcess process)
    {
        var wal = new FileInfo(folder.PathOf("coppice.db-wal"));
        while (!process.HasExited && (!wal.Exists || wal.Length < 100_000))
        {
            await Task.Delay(5);
            wal.Refresh();
        }
    }
}
