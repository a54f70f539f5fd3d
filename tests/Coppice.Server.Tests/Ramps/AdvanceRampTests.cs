using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Ramps;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Ramps;

public class AdvanceRampTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_version_takes_over_step_by_step_until_it_is_champion(string kind)
    {
        using var workspace = await RampedWorkspace.BegunAsync(kind: Enum.Parse<DatabaseKind>(kind));
        var first = workspace.Ask(0, 300);

        Assert.InRange(first.Count(a => a.Version == "2.0"), 35, 85);
        Assert.All(first, a => Assert.Equal(a.Version == "2.0" ? "challenger" : "champion", a.Arm));
        Assert.Equal(RampMove.Wait, (await workspace.LookAsync())!.Move);
        Assert.Null(await workspace.LookAsync());

        workspace.StandAt(21);
        Assert.Equal(RampMove.Advance, (await workspace.LookAsync())!.Move);
        var second = workspace.Ask(0, 300);
        Assert.InRange(second.Count(a => a.Version == "2.0"), 120, 180);
        // Whoever is the challenger's stays the challenger's.
        Assert.All(first.Zip(second).Where(pair => pair.First.Version == "2.0"), pair => Assert.Equal("2.0", pair.Second.Version));
        Assert.Equal("1.0", workspace.Champion());

        workspace.StandAt(22);
        Assert.Equal(RampMove.Advance, (await workspace.LookAsync())!.Move);
        Assert.Equal("2.0", workspace.Champion());
        Assert.All(workspace.Ask(0, 20), a => Assert.Equal(("2.0", "champion"), (a.Version, a.Arm)));
        Assert.Equal(RampStates.Done, workspace.Ramp().State);
        var line = workspace.Database.Read(session => workspace.Get<DeploymentStore>().Latest(session, workspace.ModelId))!;
        Assert.Equal((DeploymentKinds.Promotion, "better", 1L, 1L), (line.Kind, line.Reason, line.Superior, line.DecisionId));
        var journal = workspace.Get<DeploymentJournal>().Read("left", workspace.ModelId, null);
        Assert.Equal([(0.2, Workspace.Day(20)), (0.5, Workspace.Day(21))], journal[0].Steps.Select(s => (s.Share, s.At)));
        Assert.Empty(journal[1].Steps);
        Assert.Null(await workspace.LookAsync());
        Assert.Null(workspace.Database.Read(workspace.Get<AuditStore>().FindBreak));
    }

    [Fact]
    public async Task A_step_that_few_customers_see_waits_for_more_and_not_for_ever()
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        workspace.StandAt(26.9);
        Assert.Equal("0 of 100 customers have been answered; the step ends with them, or after 7 days", (await workspace.LookAsync())!.Sentence);

        workspace.StandAt(28);
        Assert.Equal("nobody has asked it yet", (await workspace.LookAsync())!.Sentence);

        workspace.Ask(0, 60);
        workspace.StandAt(28.1);
        Assert.Equal(RampMove.Advance, (await workspace.LookAsync())!.Move);
    }

    [Fact]
    public async Task Whoever_stops_it_has_the_champion_answer_everybody_again()
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        workspace.Ask(0, 50);

        await workspace.Get<EndRamp>().StopAsync(workspace.ModelId, "left", "ann", null, "the shop called", Cancellation);

        Assert.All(workspace.Ask(0, 50), a => Assert.Equal("1.0", a.Version));
        Assert.Equal((RampStates.Stopped, "ann", "the shop called", null), (workspace.Ramp().State, workspace.Ramp().EndedBy, workspace.Ramp().EndReason, workspace.Ramp().EndCode));
        Assert.Equal("1.0", workspace.Champion());
        var refused = await Assert.ThrowsAsync<DeploymentException>(() => workspace.Get<EndRamp>().StopAsync(workspace.ModelId, "left", "ann", null, "again", Cancellation));
        Assert.Equal(DeploymentCodes.NoRamp, refused.Code);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_after_a_restart()
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        string[] before = [.. workspace.Ask(0, 300).Select(a => a.Version)];

        workspace.Restart();
        workspace.StandAt(21);

        Assert.Equal(before, workspace.Ask(0, 300).Select(a => a.Version));
        Assert.Equal(RampMove.Advance, (await workspace.LookAsync())!.Move);
    }

    [Fact]
    public async Task While_it_runs_nothing_else_is_learnt_or_taken_back_without_saying_so()
    {
        using var workspace = await RampedWorkspace.BegunAsync();

        Assert.Equal(TrainingCodes.RampUnderWay, (await Assert.ThrowsAsync<TrainingException>(() => workspace.RetrainAsync())).Code);
        Assert.Equal(DeploymentCodes.RampUnderWay, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.RollBackAsync())).Code);
        Assert.Empty(await workspace.TurnAsync());
        Assert.Equal(RampStates.Running, workspace.Ramp().State);
    }

    [Fact]
    public async Task Promoting_it_by_hand_ends_it_at_once_and_promoting_another_stops_it()
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        await workspace.PromoteAsync("2.0", "it is good");
        Assert.Equal((RampStates.Done, "2.0"), (workspace.Ramp().State, workspace.Champion()));

        workspace.AddCopy(3);
        workspace.AddCopy(4);
        workspace.Begin("3.0");
        await workspace.PromoteAsync("4.0", "it is better");
        Assert.Equal((RampStates.Stopped, "4.0"), (workspace.Ramp().State, workspace.Champion()));
        Assert.All(workspace.Ask(0, 50), a => Assert.Equal("4.0", a.Version));
    }

    [Theory]
    [InlineData("UPDATE versions SET model_hash = 'gone' WHERE major = 2")]
    [InlineData("UPDATE versions SET calibration = 'x' WHERE major = 2")]
    public async Task A_version_that_is_damaged_while_it_takes_over_is_stopped(string damage)
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        workspace.Database.Write(session => session.Execute(damage));
        workspace.Restart();
        workspace.StandAt(20.5);

        Assert.All(workspace.Ask(0, 50), a => Assert.Equal("1.0", a.Version));
        Assert.Equal((RampMove.Stop, RampCodes.Fails), await workspace.LookAsync() is { } verdict ? (verdict.Move, verdict.Code!) : default);
        Assert.Equal((RampStates.Stopped, RampCodes.Fails), (workspace.Ramp().State, workspace.Ramp().EndCode));
    }

    [Fact]
    public async Task A_version_whose_answers_come_true_worse_is_stopped()
    {
        using var workspace = await RampedWorkspace.BegunAsync(slope: -1);
        workspace.StandAt(20.1);
        var given = workspace.Ask(0, 2_000);
        workspace.StandAt(20.2);
        string[] rows = [.. given.Select((answer, i) => $"{answer.PredictionId},{(i * 7 % 100 < 50 ? "Yes" : "No")},{Workspace.Day(20.1):yyyy-MM-dd}")];
        await workspace.ImportOutcomesAsync("prediction_id,left,date\n" + string.Join('\n', rows) + "\n");
        await workspace.SweepAsync();

        var verdict = await workspace.LookAsync();

        Assert.Equal((RampMove.Stop, RampCodes.SurelyWorse), (verdict!.Move, verdict.Code));
        Assert.All(workspace.Ask(0, 50), a => Assert.Equal("1.0", a.Version));
    }

    [Fact]
    public async Task Customers_who_are_answered_by_another_version_than_theirs_hold_it()
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        workspace.StandAt(20.5);
        workspace.Ask(0, 200);
        Assert.Equal(RampMove.Wait, (await workspace.LookAsync())!.Move);
        long champion = workspace.Get<ChampionBoard>().Find(workspace.ModelId)!.Version.Id;
        workspace.Ask(200, 1_000);
        workspace.Database.Write(session => session.Execute("UPDATE predictions SET version_id = @champion, arm = 'champion' WHERE id > 700", new { champion }));
        workspace.StandAt(22);

        var verdict = await workspace.LookAsync();

        Assert.Equal((RampMove.Hold, RampCodes.Uneven), (verdict!.Move, verdict.Code));
        Assert.Equal(RampStates.Running, workspace.Ramp().State);
        var told = workspace.Database.Read(session => workspace.Get<RampOverview>().Latest(session, "left", workspace.ModelId))!;
        Assert.Equal((verdict.Sentence, RampCodes.Uneven), (told.Holds, told.Code));
    }

    [Fact]
    public async Task A_version_that_takes_over_is_not_pruned()
    {
        using var workspace = await RampedWorkspace.BegunAsync();
        for (int major = 3; major < 20; major++)
            workspace.AddCopy(major);

        var pruned = await workspace.Get<PruneVersions>().RunAsync(workspace.Model, workspace.ModelId, "ann", Cancellation);

        Assert.NotEmpty(pruned);
        Assert.DoesNotContain(new VersionNumber(2, 0), pruned);
    }
}
