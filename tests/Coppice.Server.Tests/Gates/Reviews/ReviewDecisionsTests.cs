using Coppice.Client;
using Coppice.Server.Gates;
using Coppice.Server.Gates.Reviews;
using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates.Reviews;

public class ReviewDecisionsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_decision_is_settled_by_the_labels_that_come_after_it(string kind)
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(SomeModel.Left with { Costs = ActionCosts.OfContact(3, 10) }, Enum.Parse<DatabaseKind>(kind)));
        // 2.0 ranks customers the wrong way round; once it was promoted, and once it was refused.
        workspace.AddCopy(2, slope: -1);
        long wrong = Decide(workspace, "promoted");
        long right = Decide(workspace, "rejected");
        Assert.Equal(0, await ReviewAsync(workspace));
        Assert.Equal((0, 0, 2), Counts(workspace));

        workspace.StandAt(17);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(300, firstDay: 11, days: 5, seed: 9));
        await workspace.SweepAsync();

        Assert.Equal(2, await ReviewAsync(workspace));
        var scorecard = Read(workspace);
        Assert.Equal((1, 1, 0), Counts(workspace));
        Assert.Equal(["rejected right", "promoted wrong"], scorecard.Decisions.Select(d => $"{d.Decision} {d.Verdict}"));
        Assert.All(scorecard.Decisions, d => Assert.Equal((300, "log_loss"), (d.Rows, d.Metric)));
        Assert.Equal(scorecard.Decisions[0].Difference!.Value, -scorecard.Decisions[1].Difference!.Value, 9);
        Assert.Equal(scorecard.Cost, -scorecard.Decisions[1].Difference!.Value, 9);
        Assert.True(scorecard.CostPerThousand > 0);
        Assert.StartsWith("What turned out wrong cost", scorecard.Sentence, StringComparison.Ordinal);
        // What is settled stays settled, and nothing is written twice.
        Assert.Equal(0, await ReviewAsync(workspace));
        Assert.Equal([right, wrong], workspace.Database.Read(session => workspace.Get<ReviewStore>().Newest(session, workspace.ModelId)).Keys.OrderDescending());
    }

    private static long Decide(Workspace workspace, string decision) => workspace.Database.Write(session =>
    {
        var first = workspace.Get<DecisionStore>().List(session, workspace.ModelId)[^1];
        var versions = workspace.Get<VersionStore>();
        return workspace.Get<DecisionStore>().Add(session, first with
        {
            VersionId = versions.Find(session, workspace.ModelId, new VersionNumber(2, 0))!.Id,
            ChampionId = versions.Find(session, workspace.ModelId, new VersionNumber(1, 0))!.Id,
            Decision = decision,
        });
    });

    private static Task<int> ReviewAsync(Workspace workspace) =>
        workspace.Get<ReviewDecisions>().RunAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);

    private static ScorecardResponse Read(Workspace workspace) =>
        workspace.Database.Read(session => workspace.Get<ScorecardReader>().Read(session, workspace.Model, workspace.ModelId));

    private static (int Right, int Wrong, int CannotTell) Counts(Workspace workspace) =>
        Read(workspace) is var read ? (read.Right, read.Wrong, read.CannotTell) : default;
}
