using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Alerts.Channels;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coppice.Server.Tests.Alerts.Channels;

/// <summary>A workspace whose runs fail when a test says so, and that tells somebody.</summary>
internal sealed class AlertedWorkspace : IDisposable
{
    public const string SecretVariable = "COPPICE_TEST_WEBHOOK_SECRET";
    public const string Secret = "a secret";

    public AlertedWorkspace(AlertOptions alerts, DatabaseKind? kind = null)
    {
        Environment.SetEnvironmentVariable(SecretVariable, Secret);
        Inner = new Workspace(new WorkspaceDefinition { Name = "shop", Models = [SomeModel.Purchase], Alerts = alerts }, kind);
    }

    public Workspace Inner { get; }

    public IReadOnlyList<ChannelStatus> Channels => Inner.Database.Read(session => Inner.Get<ChannelOverview>().Read(session));

    public Alert Open => Inner.Database.Read(Inner.Get<AlertStore>().Open).Single();

    /// <summary>A run ends on a day, and somebody looks.</summary>
    public async Task EndAsync(string state, double day)
    {
        Inner.StandAt(day);
        long modelId = Inner.ModelId;
        Inner.Database.Write(session =>
        {
            var runs = Inner.Get<RunStore>();
            var run = new Run { ModelId = modelId, Strategy = Strategies.Full, Trigger = "schedule", Actor = "coppice", State = RunStates.Running, StartedAt = Workspace.Day(day) };
            runs.Finish(session, run with { Id = runs.Start(session, run), State = state, FinishedAt = Workspace.Day(day), Error = state == RunStates.Failed ? "no dïsk" : null });
        });
        await LookAsync(day);
    }

    public async Task LookAsync(double day)
    {
        Inner.StandAt(day);
        await Inner.Get<RaiseAlerts>().RunAsync(TestContext.Current.CancellationToken);
    }

    public Task SilenceAsync(double days) => Inner.Get<SilenceAlert>().RunAsync(Open.Id, TimeSpan.FromDays(days), "ann", TestContext.Current.CancellationToken);

    public Task AcknowledgeAsync() => Inner.Get<AcknowledgeAlert>().RunAsync(Open.Id, "ann", TestContext.Current.CancellationToken);

    /// <summary>Sends what waits, over the channel that the definition names; pauses are short.</summary>
    public async Task<int> DeliverAsync(double day)
    {
        Inner.StandAt(day);
        var deliver = new DeliverAlerts(
            Inner.Database,
            Inner.Get<AlertMessageStore>(),
            new DeliveryOptions { Retries = 2, FirstPause = TimeSpan.FromMilliseconds(5), Patience = TimeSpan.FromSeconds(5) },
            Inner.Get<TimeProvider>(),
            NullLogger<DeliverAlerts>.Instance);
        return await deliver.RunAsync(Inner.Get<IAlertChannel>(), TestContext.Current.CancellationToken);
    }

    public void Dispose() => Inner.Dispose();
}
