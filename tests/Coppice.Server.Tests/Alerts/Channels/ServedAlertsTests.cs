using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts.Channels;

/// <summary>A server that looks and sends by itself.</summary>
public class ServedAlertsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_tells_everybody_once_whoever_is_away_does_not_hold_up_others_and_status_names_them()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sink = new SmtpSink();
        Environment.SetEnvironmentVariable(AlertedWorkspace.SecretVariable, AlertedWorkspace.Secret);
        await using var workspace = await ServedWorkspace.EmptyAsync(definition: $$"""
            workspace: shop
            models:
              purchase: { predicts: probability, label: { event: purchase, within: 30d } }
            alerts:
              webhook: { url: "{{receiver.Url}}", secret_env: {{AlertedWorkspace.SecretVariable}} }
              email: { to: ann@example.com, from: coppice@example.com, smtp: "localhost:{{sink.Port}}" }
              file: .
            """);
        End(workspace, RunStates.Failed);
        End(workspace, RunStates.Failed);

        await UntilAsync(() => receiver.Posts.Count == 1 && sink.Mails.Count == 1);
        // The file is a folder.
        StatusResponse status = await workspace.Client.GetStatusAsync(Cancellation);
        while (status.Channels.Count == 0)
        {
            await Task.Delay(200, Cancellation);
            status = await workspace.Client.GetStatusAsync(Cancellation);
        }

        Assert.Equal("The last 2 runs of purchase failed: no disk", status.Alerts.Single().Sentence);
        Assert.Equal(("file", 1L), (status.Channels.Single().Channel, status.Channels.Single().Waiting));
        await workspace.StopAsync();
        await workspace.StartAsync();
        End(workspace, RunStates.Done);

        await UntilAsync(() => receiver.Posts.Count >= 2 && sink.Mails.Count >= 2);
        Assert.Equal(["opened", "closed"], receiver.Taken.Select(message => message.Kind));
        Assert.Equal(2, sink.Mails.Count);
        Assert.Empty((await workspace.Client.GetStatusAsync(Cancellation)).Alerts);
    }

    private static void End(ServedWorkspace workspace, string state)
    {
        long modelId = workspace.Get<ModelCatalog>().Number("purchase");
        workspace.Get<Database>().Write(session =>
        {
            var runs = workspace.Get<RunStore>();
            var now = TimeProvider.System.GetUtcNow();
            var run = new Run { ModelId = modelId, Strategy = Strategies.Full, Trigger = "schedule", Actor = "coppice", State = RunStates.Running, StartedAt = now };
            runs.Finish(session, run with { Id = runs.Start(session, run), State = state, FinishedAt = now, Error = state == RunStates.Failed ? "no disk" : null });
        });
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        for (int i = 0; i < 300 && !so(); i++)
            await Task.Delay(100, Cancellation);
        Assert.True(so(), "It was not so within 30 s.");
    }
}
