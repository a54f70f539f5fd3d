using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class PurchaseLogStory
{
    [Fact]
    public async Task A_log_of_purchases_becomes_a_champion_its_update_and_the_way_back()
    {
        using var folder = new TemporaryFolder();
        (await folder.RunAsync("init")).Exits(0);
        string challenger = await Steps.TrainPurchasesTwiceAsync(folder);
        StatsResponse stats = await Steps.StatsAsync(folder);
        Assert.Equal(["visit", "purchase"], stats.Events.Select(e => e.Type));
        Assert.Equal(2, stats.Versions);
        LabelStats labels = Assert.Single(stats.Labels);
        Assert.Equal("backfill", labels.Source);
        Assert.InRange(labels.Mean!.Value, 0.1, 0.5);

        CompareResponse compared = (await folder.RunAsync("compare", "purchase", "1.0", challenger, "--json")).Exits(0).Json<CompareResponse>();
        Assert.InRange(compared.Rows, 500, labels.Matured);
        MetricComparison ranking = Assert.Single(compared.Comparisons, c => c.Metric == "auc");
        Assert.All([ranking.Champion, ranking.Challenger], auc => Assert.InRange(auc!.Value, 0.8, 0.99));

        if (await Steps.ChampionAsync(folder) == "1.0")
            await PromoteByHandAsync(folder, challenger);
        CoppiceResult back = (await folder.RunAsync("rollback", "purchase")).Exits(0);
        Assert.StartsWith($"purchase  rolled back to 1.0, {challenger} before", back.Output);
        Assert.Equal("1.0", await Steps.ChampionAsync(folder));
        Assert.Equal(["1.0"], (await folder.RunAsync("rollback", "purchase", "--list", "--json")).Exits(0).Json<DeploymentResponse[]>().Select(d => d.To).Take(1));
        DeploymentResponse[] journal = (await folder.RunAsync("rollback", "purchase", "--list", "--json")).Exits(0).Json<DeploymentResponse[]>();
        Assert.Equal([("rollback", "1.0"), ("promotion", challenger), ("promotion", "1.0")], journal.Select(d => (d.Kind, d.To)));
        using var file = new WorkspaceFile(folder);
        file.HoldsNothingHalfDone();
    }

    [Fact]
    public async Task A_later_retrain_learns_only_what_was_known_by_then()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainPurchasesTwiceAsync(folder);
        VersionResponse[] versions = (await folder.RunAsync("versions", "purchase", "--json")).Exits(0).Json<VersionResponse[]>();
        Assert.Equal(2, versions.Length);
        VersionResponse first = Assert.Single(versions, v => v.Version == "1.0");
        Assert.Equal("full", first.Strategy);
        Assert.True(first.TrainedUntil < new DateTimeOffset(2024, 8, 2, 0, 0, 0, TimeSpan.Zero), $"trained until {first.TrainedUntil:u}, 30 days before 1 September");
        VersionResponse second = Assert.Single(versions, v => v.Version != "1.0");
        Assert.True(second.TrainedUntil < new DateTimeOffset(2024, 10, 2, 0, 0, 0, TimeSpan.Zero), $"trained until {second.TrainedUntil:u}, 30 days before 1 November");
        Assert.True(second.TrainedUntil >= first.TrainedUntil);
    }

    private static async Task PromoteByHandAsync(TemporaryFolder folder, string version)
    {
        CoppiceResult refused = (await folder.RunAsync("promote", "purchase", version)).Exits(1);
        Assert.Contains("say why", refused.Error);
        CoppiceResult promoted = (await folder.RunAsync("promote", "purchase", version, "--reason", "the spring campaign starts")).Exits(0);
        Assert.Contains("the spring campaign starts", promoted.Output);
        VersionResponse made = (await folder.RunAsync("versions", "purchase", "--json")).Exits(0).Json<VersionResponse[]>().Single(v => v.Version == version);
        Assert.NotEmpty(made.Override!.Gates);
        Assert.Equal(made.Override.Gates, made.Verdicts.Where(v => v.Outcome == "overridden").Select(v => v.Gate));
        Assert.Equal(version, await Steps.ChampionAsync(folder));
    }
}
