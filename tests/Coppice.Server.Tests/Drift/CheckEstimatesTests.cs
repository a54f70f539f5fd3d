using System.Globalization;
using Coppice.Server.Drift;
using Coppice.Server.Serving;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Drift;

public class CheckEstimatesTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_was_expected_is_held_against_what_came_true(string kind)
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(kind: Enum.Parse<DatabaseKind>(kind)));
        Assert.Null(await CheckAsync(workspace));

        // Usage has lost its meaning: who leaves is a coin's choice, which no score shows before the labels come.
        var random = new SplitMix64(5);
        workspace.StandAt(12);
        workspace.Predict([.. Enumerable.Range(0, 400).Select(i => new PredictionRequest(
            $"u{i}", null, string.Create(CultureInfo.InvariantCulture, $$"""{"usage": {{10 * random.NextDouble():0.000}}, "plan": "gold"}""")))]);
        workspace.StandAt(15);
        await workspace.ImportOutcomesAsync("customer,date,left\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"u{i},{Workspace.Day(14):yyyy-MM-dd},{(random.NextBelow(2) == 0 ? "Yes" : "No")}\n")));
        await workspace.SweepAsync();

        var window = await CheckAsync(workspace);

        Assert.Equal((400, "auc"), (window!.Rows, window.Metric));
        Assert.InRange(window.Realised, 0.4, 0.6);
        Assert.True(window.Bias > 0.2, $"{window.Estimated} against {window.Realised}");
        var stored = Assert.Single(workspace.Database.Read(session => workspace.Get<EstimateStore>().Latest(session, workspace.ModelId, 10)));
        Assert.Equal(window with { Id = stored.Id }, stored);
        // Each label is in one window.
        Assert.Null(await CheckAsync(workspace));
    }

    private static Task<EstimateWindow?> CheckAsync(Workspace workspace) =>
        workspace.Get<CheckEstimates>().RunAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);
}
