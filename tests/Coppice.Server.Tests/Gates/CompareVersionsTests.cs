using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Gates;

public sealed class CompareVersionsTests
{
    [Fact]
    public async Task A_comparison_says_which_features_came_and_which_matter_more_or_less()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        await LearnAsync(workspace, 20);
        // Rows that came since the last decision judge and are learnt from only by the version after.
        await LearnAsync(workspace, 30);
        workspace.StandAt(40);
        await workspace.ImportLabelsAsync(WithVisits(TrainedWorkspace.Rows(300, firstDay: 30, days: 10, seed: 40)));
        await workspace.SweepAsync();

        var comparison = await workspace.Get<CompareVersions>()
            .RunAsync(workspace.Model, VersionNumber.Parse("1.0"), VersionNumber.Parse("3.0"), TestContext.Current.CancellationToken);

        Assert.Equal(["visits"], comparison.AddedFeatures);
        Assert.Empty(comparison.RemovedFeatures);
        var visits = Assert.Single(comparison.Moved, m => m.Feature == "visits");
        Assert.Equal(0, visits.First);
        Assert.True(visits.Second > 0);
        Assert.Equal(comparison.Moved.Select(m => Math.Abs(m.Second - m.First)).OrderDescending(), comparison.Moved.Select(m => Math.Abs(m.Second - m.First)));
        var shock = comparison.Shock!;
        Assert.Equal(("labels", 0.5, 5), (shock.Source, shock.Threshold, shock.Movers.Count));
        Assert.Equal(shock.Movers.Select(m => Math.Abs(m.After - m.Before)).OrderDescending(), shock.Movers.Select(m => Math.Abs(m.After - m.Before)));
        Assert.Contains(shock.Movers.SelectMany(m => m.Reasons), reason => reason is { Input: "visits", Before: 0 } && reason.After != 0 && reason.Words.StartsWith("visits: ", StringComparison.Ordinal));

        // Before a promotion the same customers are shown as the ones who move.
        if (Champion(workspace) != "1.0")
            await workspace.PromoteAsync("1.0", "to see who would move");
        var preview = await workspace.Get<PreviewPromotion>().RunAsync(workspace.Model, workspace.ModelId, VersionNumber.Parse("3.0"), TestContext.Current.CancellationToken);
        Assert.Equal(("1.0", "3.0", shock.Crossing), (preview.From, preview.To, preview.Shock!.Crossing));
        Assert.Equal(shock.Movers.Select(m => (m.Customer, m.Before, m.After)), preview.Shock.Movers.Select(m => (m.Customer, m.Before, m.After)));
        Assert.Equal("1.0", Champion(workspace));
    }

    private static string Champion(Workspace workspace) => workspace.Get<DeploymentJournal>().Read("left", workspace.ModelId, null)[0].To;

    private static async Task LearnAsync(Workspace workspace, int day)
    {
        workspace.StandAt(day);
        await workspace.ImportLabelsAsync(WithVisits(TrainedWorkspace.Rows(600, firstDay: day - 10, days: 10, seed: (ulong)day)));
        await workspace.RetrainAsync();
    }

    // Whoever left made few visits.
    private static string WithVisits(string rows)
    {
        string[] lines = rows.TrimEnd().Split('\n');
        return lines[0] + ",visits\n" + string.Concat(lines.Skip(1).Select((line, i) => $"{line},{(line.EndsWith("Yes", StringComparison.Ordinal) ? i % 4 : i % 7)}\n"));
    }
}
