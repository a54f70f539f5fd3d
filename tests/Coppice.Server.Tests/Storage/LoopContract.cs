using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Storage;

/// <summary>The whole loop through the real use cases.</summary>
public abstract class LoopContract(string kind)
{
    [Fact]
    public async Task Import_retrain_promote_predict_mature_and_roll_back()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(kind: Enum.Parse<DatabaseKind>(kind)));
        var answers = workspace.Predict(
            new PredictionRequest("a", "p1", """{"usage": 0.1, "plan": "gold"}"""),
            new PredictionRequest("b", "p2", """{"usage": 9.7}"""));
        Assert.True(answers[0]!.Score > answers[1]!.Score);

        workspace.StandAt(20);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 11, days: 8, seed: 2));
        var update = await workspace.RetrainAsync(Strategies.Refresh);
        Assert.Equal((RunStates.Done, null), (update.State, update.Error));
        Assert.Equal(2, workspace.Database.Read(s => workspace.Get<VersionStore>().Count(s, workspace.ModelId)));
        if (Champion(workspace) == "1.0")
            await workspace.PromoteAsync("1.1", "it has seen more");
        Assert.Equal("1.1", workspace.Predict(new PredictionRequest("a", "p3")).Single()!.Version);

        await workspace.ImportOutcomesAsync("customer,date,left\na,2026-01-15,Yes\nb,2026-01-15,No\n");
        await workspace.SweepAsync();
        Assert.Equal([1.0, 0.0], workspace.Labels().Where(l => l.Source == LabelSource.Logged).OrderBy(l => l.SourceId).Select(l => l.Value).Take(2));

        workspace.AddCopy(9);
        var past = await workspace.PromoteAsync("9.0", "nobody has judged it");
        var act = workspace.Database.Read(s => workspace.Get<OverrideStore>().OfDeployment(s, past.Id))!;
        Assert.Equal((past.ToId, "ann", "[]", past.At), (act.VersionId, act.Person, act.Gates, act.At));
        var proposal = new Proposal { ModelId = workspace.ModelId, VersionId = past.ToId, Person = "ann", Reason = "again", At = Workspace.Day(20), ExpiresAt = Workspace.Day(27) };
        workspace.Database.Write(s => workspace.Get<ProposalStore>().Add(s, proposal));
        var waiting = workspace.Database.Read(s => workspace.Get<ProposalStore>().OfVersion(s, past.ToId, Workspace.Day(26.9)))!;
        Assert.Equal(proposal, waiting with { Id = 0 });
        Assert.Empty(workspace.Database.Read(s => workspace.Get<ProposalStore>().Waiting(s, workspace.ModelId, Workspace.Day(27))));
        workspace.Database.Write(s => workspace.Get<ProposalStore>().Answer(s, waiting with { Answer = ProposalAnswers.Approved, AnsweredBy = "bob", AnsweredAt = Workspace.Day(21) }));
        Assert.Empty(workspace.Database.Read(s => workspace.Get<ProposalStore>().Waiting(s, workspace.ModelId, Workspace.Day(22))));
        await workspace.RollBackAsync();

        await workspace.RollBackAsync();
        Assert.Equal("1.0", Champion(workspace));
        Assert.Equal("1.0", workspace.Predict(new PredictionRequest("a")).Single()!.Version);
        Assert.Null(workspace.Database.Read(workspace.Get<AuditStore>().FindBreak));
    }

    [Fact]
    public async Task A_window_of_events_is_backfilled_and_matures()
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Purchase);
        workspace.StandAt(120);
        await workspace.ImportEventsAsync("customer,type,time,value\n" + string.Join("\n", Enumerable.Range(0, 900).Select(i =>
            $"c{i % 60},{(i % 3 == 0 ? "purchase" : "visit")},{Workspace.Day(i / 9.0):yyyy-MM-ddTHH:mm:ssZ},{i % 50}")));

        var first = await workspace.SweepAsync();
        var second = await workspace.SweepAsync();

        Assert.True(first.Matured > 100);
        Assert.Equal(0, second.Matured);
        Assert.All(workspace.Labels(), l => Assert.Equal(LabelSource.Backfill, l.Source));
    }

    private static string Champion(Workspace workspace) => workspace.Database.Read(session =>
        workspace.Get<VersionStore>().Find(session, workspace.Get<DeploymentStore>().Latest(session, workspace.ModelId)!.ToId)!.Number.ToString());
}

public sealed class SqliteLoopContract() : LoopContract(nameof(DatabaseKind.Sqlite));

public sealed class PostgresLoopContract() : LoopContract(nameof(DatabaseKind.Postgres));
