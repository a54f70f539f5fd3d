using Coppice.Server.Alerts;
using Coppice.Server.Audit;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;

namespace Coppice.Server.Tests.Alerts;

public class RaiseAlertsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task One_incident_is_one_alert_that_counts_and_closes(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Purchase);
        Assert.Equal(0, await LookAsync(workspace));

        End(workspace, RunStates.Failed, day: 1);
        workspace.StandAt(1);
        Assert.Equal(1, await LookAsync(workspace));
        Assert.Equal(0, await LookAsync(workspace));
        var opened = Open(workspace).Single();
        Assert.Equal((AlertCodes.RunsFail, "notice", 1, Workspace.Day(1)), (opened.Code, opened.Severity, opened.Times, opened.OpenedAt));

        End(workspace, RunStates.Failed, day: 2);
        workspace.StandAt(2);
        workspace.Restart();
        await LookAsync(workspace);
        var worse = Open(workspace).Single();
        Assert.Equal((opened.Id, "warning", 2, Workspace.Day(1), Workspace.Day(2)), (worse.Id, worse.Severity, worse.Times, worse.Since, worse.LastSeen));

        End(workspace, RunStates.Done, day: 3);
        workspace.StandAt(3);
        Assert.Equal(1, await LookAsync(workspace));
        Assert.Empty(Open(workspace));
        Assert.Equal(Workspace.Day(3), workspace.Database.Read(session => workspace.Get<AlertStore>().Find(session, opened.Id))!.ClosedAt);

        End(workspace, RunStates.Failed, day: 4);
        workspace.StandAt(4);
        await LookAsync(workspace);
        Assert.NotEqual(opened.Id, Open(workspace).Single().Id);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Who_acknowledged_and_who_silenced_is_kept_and_a_silence_outlasts_the_incident(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Purchase);
        End(workspace, RunStates.Failed, day: 1);
        workspace.StandAt(1);
        await LookAsync(workspace);
        long id = Open(workspace).Single().Id;

        await workspace.Get<AcknowledgeAlert>().RunAsync(id, "ann", TestContext.Current.CancellationToken);
        var second = await workspace.Get<AcknowledgeAlert>().RunAsync(id, "bob", TestContext.Current.CancellationToken);
        var silenced = await workspace.Get<SilenceAlert>().RunAsync(id, TimeSpan.FromDays(7), "bob", TestContext.Current.CancellationToken);

        Assert.Equal(("ann", Workspace.Day(1)), (second.AcknowledgedBy, second.AcknowledgedAt));
        Assert.Equal(("bob", Workspace.Day(8)), (silenced.SilencedBy, silenced.SilencedUntil));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'acknowledge' AND actor = 'ann'"));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'silence' AND actor = 'bob'"));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'acknowledge' AND actor = 'bob'"));
        Assert.Null(workspace.Database.Read(workspace.Get<AuditStore>().FindBreak));

        End(workspace, RunStates.Done, day: 2);
        workspace.StandAt(2);
        await LookAsync(workspace);
        End(workspace, RunStates.Failed, day: 3);
        workspace.StandAt(3);
        await LookAsync(workspace);
        var again = Open(workspace).Single();
        Assert.Equal(("bob", Workspace.Day(8), null), (again.SilencedBy, again.SilencedUntil, again.AcknowledgedBy));

        workspace.StandAt(8.5);
        await LookAsync(workspace);
        Assert.Null(Open(workspace).Single().SilencedUntil);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_feed_that_falls_silent_is_noticed_across_restarts(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Purchase);
        for (int hour = 0; hour <= 10; hour++)
        {
            workspace.Record(Workspace.Event("a", "visit", hour / 24.0));
            await LookEveryQuarterAsync(workspace, hour, hour + 1);
        }

        Assert.Empty(Open(workspace));
        workspace.Restart();
        await LookEveryQuarterAsync(workspace, 11, 13);
        var silent = Open(workspace).Single();
        Assert.Equal((AlertCodes.EventsSilent, Workspace.Day(10 / 24.0), 0L), (silent.Code, silent.Since, silent.ModelId));

        workspace.Record(Workspace.Event("a", "visit", 13 / 24.0));
        await LookEveryQuarterAsync(workspace, 13, 13.5);
        Assert.Empty(Open(workspace));
    }

    [Fact]
    public async Task A_loop_in_trouble_is_told_and_a_turn_that_succeeds_ends_it()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        var health = workspace.Get<LoopHealth>();
        health.Failed("purchase", new IOException("no disk"));
        health.Failed("purchase", new IOException("no disk"));
        health.Failed(LoopHealth.WholeLoop, new IOException("no database"));
        health.Failed(LoopHealth.WholeLoop, new IOException("no database"));
        await LookAsync(workspace);

        Assert.Equal(["The loop has failed 2 times in a row for all models: no database", "The loop has failed 2 times in a row for purchase: no disk"], Open(workspace).Select(a => a.Sentence).Order());

        // Another process has not turned the loop yet and cannot tell.
        workspace.Restart();
        await LookAsync(workspace);
        Assert.Equal(2, Open(workspace).Count);
        workspace.Get<LoopHealth>().Succeeded("purchase");
        await LookAsync(workspace);
        Assert.Equal(0, Open(workspace).Single().ModelId);
    }

    private static Task<int> LookAsync(Workspace workspace) => workspace.Get<RaiseAlerts>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task LookEveryQuarterAsync(Workspace workspace, double fromHour, double untilHour)
    {
        for (double hour = fromHour; hour < untilHour; hour += 0.25)
        {
            workspace.StandAt(hour / 24);
            await LookAsync(workspace);
        }
    }

    private static IReadOnlyList<Alert> Open(Workspace workspace) => workspace.Database.Read(workspace.Get<AlertStore>().Open);

    private static void End(Workspace workspace, string state, double day)
    {
        long modelId = workspace.ModelId;
        workspace.Database.Write(session =>
        {
            var runs = workspace.Get<RunStore>();
            var run = new Run { ModelId = modelId, Strategy = Strategies.Full, Trigger = "schedule", Actor = "coppice", State = RunStates.Running, StartedAt = Workspace.Day(day) };
            long id = runs.Start(session, run);
            runs.Finish(session, run with { Id = id, State = state, FinishedAt = Workspace.Day(day), Error = state == RunStates.Failed ? "no disk" : null });
        });
    }
}
