using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Deployments;

public sealed class ProposalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_past_its_gates_goes_live_when_a_second_person_agrees()
    {
        using var workspace = await RejectedAsync();

        var asked = await PromoteAsync(workspace, "2.0", "ann", "the price list changed");
        Assert.Null(asked.Deployment);
        Assert.Equal(("ann", "the price list changed", Workspace.Day(27)), (asked.Proposal!.Person, asked.Proposal.Reason, asked.Proposal.ExpiresAt));
        Assert.Equal("1.0", Champion(workspace));
        var waiting = Assert.Single(Waiting(workspace));
        Assert.Equal(("2.0", "ann", "waiting"), (waiting.Version, waiting.By, waiting.State));
        Assert.Equal([GateNames.Segments, GateNames.Improvement], waiting.Gates);

        Assert.Equal(DeploymentCodes.SecondPersonNeeded, await RefusedAsync(() => ApproveAsync(workspace, " Ann ")));
        Assert.Equal(DeploymentCodes.SecondPersonNeeded, await RefusedAsync(() => PromoteAsync(workspace, "2.0", "bob", "so do I")));
        Assert.Equal(DeploymentCodes.NameNeeded, await RefusedAsync(() => ApproveAsync(workspace, "api")));
        Assert.Equal("1.0", Champion(workspace));

        var line = await ApproveAsync(workspace, "bob");

        Assert.Equal(("2.0", "ann", "the price list changed"), (Champion(workspace), line.Actor, line.Reason));
        Assert.Empty(Waiting(workspace));
        var act = workspace.Get<DeploymentJournal>().Describe("left", line).Override!;
        Assert.Equal(("ann", "bob", "the price list changed"), (act.By, act.ApprovedBy, act.Reason));
        Assert.Equal([GateNames.Segments, GateNames.Improvement], act.Gates);
        Assert.Equal(["propose", "approve", "promote", "override"], Actions(workspace));
        Assert.Null(workspace.Database.Read(workspace.Get<AuditStore>().FindBreak));
    }

    [Fact]
    public async Task The_verdicts_say_who_overrode_them_and_the_decision_stays_as_it_fell()
    {
        using var workspace = await RejectedAsync(approvals: 1);
        Assert.Equal(DeploymentCodes.NameNeeded, await RefusedAsync(() => PromoteAsync(workspace, "2.0", "api", "why not")));
        Assert.Equal(DeploymentCodes.NameNeeded, await RefusedAsync(() => PromoteAsync(workspace, "2.0", "coppice", "why not")));
        string stored = Decision(workspace).Report;

        await PromoteAsync(workspace, "2.0", "ann", "agreed");

        var verdicts = DecisionVerdicts.Of(Decision(workspace).ReadReport(), workspace.Database.Read(session => workspace.Get<OverrideStore>().OfVersion(session, VersionId(workspace, "2.0")))?.Describe());
        Assert.Equal(GateNames.All, verdicts.Select(v => v.Gate));
        Assert.Equal([GateNames.Segments, GateNames.Improvement], verdicts.Where(v => v.Outcome == "overridden").Select(v => v.Gate));
        Assert.All(verdicts.Where(v => v.Outcome == "overridden"), v => Assert.Equal(("ann", null, true), (v.Override!.By, v.Override.ApprovedBy, v.Sentence.EndsWith("Overridden by ann: agreed", StringComparison.Ordinal))));
        Assert.Equal((stored, "rejected"), (Decision(workspace).Report, Decision(workspace).Decision));
    }

    [Fact]
    public async Task A_proposal_expires_and_can_be_withdrawn_and_what_the_gates_passed_needs_none()
    {
        using var workspace = await RejectedAsync();
        await PromoteAsync(workspace, "2.0", "ann", "agreed");
        workspace.StandAt(27);
        Assert.Empty(Waiting(workspace));
        Assert.Equal(DeploymentCodes.NothingWaits, await RefusedAsync(() => ApproveAsync(workspace, "bob")));

        await PromoteAsync(workspace, "2.0", "ann", "still");
        var withdrawn = await workspace.Get<WithdrawProposal>().RunAsync(workspace.ModelId, "left", new VersionNumber(2, 0), "bob", Cancellation);
        Assert.Equal((ProposalAnswers.Withdrawn, "bob"), (withdrawn.Answer, withdrawn.AnsweredBy));
        Assert.Equal(DeploymentCodes.NothingWaits, await RefusedAsync(() => ApproveAsync(workspace, "bob")));

        await PromoteAsync(workspace, "2.0", "bob", "after all");
        await ApproveAsync(workspace, "ann");
        Assert.NotNull((await PromoteAsync(workspace, "1.0", "ann", null)).Deployment);
        Assert.Equal("1.0", Champion(workspace));
    }

    [Fact]
    public async Task A_rollback_is_no_way_round_the_gates()
    {
        using var workspace = await RejectedAsync();

        Assert.Equal(DeploymentCodes.NeverChampion, await RefusedAsync(() => workspace.RollBackAsync("2.0")));
        Assert.Equal("1.0", Champion(workspace));
    }

    /// <summary>1.0 is champion; 2.0 failed two gates. It is day 20.</summary>
    private static async Task<Workspace> RejectedAsync(int approvals = 2)
    {
        var workspace = await TrainedWorkspace.WithChampionAsync(new Workspace(new WorkspaceDefinition
        {
            Name = "test",
            Models = [SomeModel.Left],
            Gates = GateSettings.Of(GatePreset.Eager) with { Approvals = approvals },
        }));
        workspace.AddCopy(2);
        workspace.Database.Write(session =>
        {
            var decisions = workspace.Get<DecisionStore>();
            var passed = decisions.OfVersion(session, VersionId(workspace, "1.0"))!;
            var report = passed.ReadReport();
            report = report with
            {
                Verdicts = [.. report.Verdicts.Select(v => v.Gate is GateNames.Segments ? v with { Outcome = "failed" } : v.Gate is GateNames.Improvement ? v with { Outcome = "not_enough_data" } : v)],
            };
            decisions.Add(session, passed with { VersionId = VersionId(workspace, "2.0"), Decision = "rejected", Code = "segment", Report = JsonSerializer.Serialize(report, CoppiceJson.Options) });
        });
        workspace.StandAt(20);
        return workspace;
    }

    private static Task<Promotion> PromoteAsync(Workspace workspace, string version, string by, string? reason) =>
        workspace.Get<PromoteChallenger>().RunAsync(workspace.ModelId, "left", VersionNumber.Parse(version), by, reason, Cancellation);

    private static Task<Deployment> ApproveAsync(Workspace workspace, string by) =>
        workspace.Get<ApproveProposal>().RunAsync(workspace.ModelId, "left", new VersionNumber(2, 0), by, Cancellation);

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<DeploymentException>(act)).Code;

    private static IReadOnlyList<ProposalResponse> Waiting(Workspace workspace) =>
        workspace.Database.Read(session => workspace.Get<ProposalList>().Read(session, "left", workspace.ModelId));

    private static DecisionRecord Decision(Workspace workspace) =>
        workspace.Database.Read(session => workspace.Get<DecisionStore>().OfVersion(session, VersionId(workspace, "2.0")))!;

    private static long VersionId(Workspace workspace, string number) =>
        workspace.Database.Read(session => workspace.Get<VersionStore>().Find(session, workspace.ModelId, VersionNumber.Parse(number)))!.Id;

    private static string? Champion(Workspace workspace) => workspace.Get<DeploymentJournal>().Read("left", workspace.ModelId, null)[0].To;

    private static string[] Actions(Workspace workspace) => workspace.Database.Read(session =>
        session.Query<string>("SELECT action FROM audit WHERE subject = 'left 2.0' ORDER BY id")).ToArray();
}
