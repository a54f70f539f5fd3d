using Coppice.Client;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Deployments;

public sealed class ProposalEndpointsTests
{
    private const string Definition = """
        workspace: test
        models:
          churn:
            predicts: probability
            label: { column: left, positive: "Yes" }
            features: [columns]
            columns: { customer: customer, time: date }
        gates: { preset: eager, approvals: 2 }

        """;

    [Fact]
    public async Task Two_persons_promote_over_http_and_everything_shows_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var workspace = await ServedWorkspace.EmptyAsync(definition: Definition);
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        await workspace.RetrainAsync("churn");
        AddUnjudged(workspace);
        var client = workspace.Client;

        var asked = await client.PromoteAsync("churn", new PromoteRequest("2.0", "ann", "agreed"), cancellation);
        Assert.Null(asked.Deployment);
        Assert.Equal("waiting", Assert.Single(await client.GetProposalsAsync("churn", cancellation)).State);
        Assert.Equal("ann", (await client.GetVersionsAsync("churn", cancellationToken: cancellation))[0].Proposal!.By);
        Assert.Equal(("2.0", asked.Proposal!.ExpiresAt), Assert.Single((await client.GetStatusAsync(cancellation)).Models[0].Proposals.Select(p => (p.Version, p.ExpiresAt))));
        await client.WithdrawAsync("churn", "2.0", new AnswerProposalRequest("ann"), cancellation);
        var nothing = await Assert.ThrowsAsync<CoppiceException>(() => client.ApproveAsync("churn", "2.0", new AnswerProposalRequest("bob"), cancellation));
        Assert.Equal("COP-DEPLOY-007", nothing.Problem.Code);

        await client.PromoteAsync("churn", new PromoteRequest("2.0", "ann", "after all"), cancellation);
        var same = await Assert.ThrowsAsync<CoppiceException>(() => client.ApproveAsync("churn", "2.0", new AnswerProposalRequest("ann"), cancellation));
        Assert.Equal("COP-DEPLOY-006", same.Problem.Code);
        var line = await client.ApproveAsync("churn", "2.0", new AnswerProposalRequest("bob"), cancellation);

        Assert.Equal(("2.0", "ann", "bob"), (line.To, line.Override!.By, line.Override.ApprovedBy));
        var version = (await client.GetVersionsAsync("churn", cancellationToken: cancellation))[0];
        Assert.Equal(("champion", "bob"), (version.Role, version.Override!.ApprovedBy));
        Assert.Equal("after all", (await client.GetHistoryAsync("churn", cancellationToken: cancellation)).Points[^1].Override!.Reason);
    }

    private static void AddUnjudged(ServedWorkspace workspace) => workspace.Get<Database>().Write(session =>
    {
        long modelId = workspace.Get<ModelCatalog>().Number("churn");
        var versions = workspace.Get<VersionStore>();
        versions.Add(session, versions.Find(session, modelId, new VersionNumber(1, 0))! with { Major = 2 });
    });
}
