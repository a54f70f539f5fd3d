using System.Net;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts;

public class AlertsEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_is_listed_acknowledged_and_silenced()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        Fail(workspace);
        var alert = await UntilOpenAsync(workspace);

        Assert.Equal(("COP-ALERT-001", "purchase", "notice", "The last run of purchase failed: no disk"), (alert.Code, alert.Model, alert.Severity, alert.Sentence));
        Assert.Equal(HttpStatusCode.OK, (await workspace.Http.GetAsync(alert.Page, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await workspace.Http.GetAsync(alert.Link, Cancellation)).StatusCode);

        await workspace.Client.AcknowledgeAlertAsync(alert.Id, new AcknowledgeRequest("ann"), Cancellation);
        await workspace.Client.SilenceAlertAsync(alert.Id, new SilenceRequest("7d", "bob"), Cancellation);

        var seen = (await workspace.Client.GetAlertsAsync(Cancellation)).Alerts.Single();
        Assert.Equal(("ann", "bob"), (seen.AcknowledgedBy, seen.SilencedBy));
        Assert.InRange(seen.SilencedUntil!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));
        Assert.Null((await workspace.Client.SilenceAlertAsync(alert.Id, new SilenceRequest("0h", "bob"), Cancellation)).SilencedUntil);
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_by_name()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        var unknown = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.AcknowledgeAlertAsync(77, new AcknowledgeRequest("ann"), Cancellation));
        var length = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.SilenceAlertAsync(77, new SilenceRequest("soon"), Cancellation));
        using var state = await workspace.Http.GetAsync("/v1/alerts?state=shut", Cancellation);

        Assert.Equal(("COP-ALERT-000", 404), (unknown.Problem.Code, unknown.Problem.Status));
        Assert.Contains("24h, 30d or 12w, found \"soon\"", length.Message, StringComparison.Ordinal);
        Assert.Contains("expected open or all", (await RunningServer.ProblemOfAsync(state)).Title, StringComparison.Ordinal);
    }

    private static void Fail(ServedWorkspace workspace)
    {
        long modelId = workspace.Get<ModelCatalog>().Number("purchase");
        workspace.Get<Database>().Write(session =>
        {
            var runs = workspace.Get<RunStore>();
            var now = TimeProvider.System.GetUtcNow();
            var run = new Run { ModelId = modelId, Strategy = Strategies.Full, Trigger = "schedule", Actor = "coppice", State = RunStates.Running, StartedAt = now };
            runs.Finish(session, run with { Id = runs.Start(session, run), State = RunStates.Failed, FinishedAt = now, Error = "no disk" });
        });
    }

    private static async Task<AlertResponse> UntilOpenAsync(ServedWorkspace workspace)
    {
        for (int i = 0; i < 300; i++)
        {
            if ((await workspace.Client.GetOpenAlertsAsync(Cancellation)).Alerts is [var alert])
                return alert;
            await Task.Delay(100, Cancellation);
        }

        throw new TimeoutException("No alert was opened within 30 s.");
    }
}
