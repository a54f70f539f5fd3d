using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using RetrainingStatus = Coppice.Client.RetrainingStatus;

namespace Coppice.Server.Triggers;

/// <summary>What the loop does and what every model waits for.</summary>
public sealed class RetrainingReport(
    Database database,
    ModelCatalog models,
    TriggerFactsReader facts,
    IEnumerable<ITrigger> triggers,
    RetrainingSwitch onOff,
    LoopHealth health,
    WaitingPrice price,
    DeploymentStore deployments,
    RunStore runs,
    RunBoard board)
{
    public RetrainingStatus Read()
    {
        var off = onOff.Off;
        string sentence = (off, health.Since) switch
        {
            ({ } by, _) => $"stopped by {by.By} since {by.Since:yyyy-MM-dd HH:mm} UTC; labels go on maturing",
            (_, { } since) => $"on since {since:yyyy-MM-dd HH:mm} UTC",
            _ => "on while a server serves; none does",
        };
        return new RetrainingStatus(
            off is null,
            off?.Since ?? health.Since,
            sentence,
            health.Find(LoopHealth.WholeLoop)?.Error,
            [.. models.All.Select(model => Of(model, off is not null))]);
    }

    private ModelRetraining Of(ModelDefinition model, bool stopped)
    {
        long modelId = models.Number(model.Name);
        var (told, latest, cost) = database.Read(session => (
            facts.Read(session, model, modelId),
            runs.List(session, modelId, long.MaxValue, 2),
            price.Read(session, model, modelId, deployments.Latest(session, modelId)?.ToId)));
        var answers = triggers.Select(t => (t.Name, Answer: t.Ask(told))).ToList();
        var live = board.OfModel(modelId);
        var running = live is null ? null : latest.FirstOrDefault(r => r.Id == live.RunId);
        var last = latest.FirstOrDefault(r => r.State != RunStates.Running);
        var trouble = health.Find(model.Name);
        string state = running is not null ? live!.Latest.Step == "wait" ? "queued" : "running"
            : trouble is not null ? "failing"
            : stopped ? "off" : "waiting";
        return new ModelRetraining(
            model.Name,
            state,
            trouble?.Error ?? Waits(answers),
            [.. answers.Select(a => new TriggerStatus(a.Name, a.Answer.State.ToString().ToLowerInvariant(), a.Answer.Sentence))],
            [.. told.Schedules.Select(s => new ScheduleStatus(s.Name, s.Cron, s.Zone, s.LastFired, s.NextDue))],
            last is null ? null : RunDescription.Of(last, model.Name),
            running is null ? null : RunDescription.Of(running, model.Name),
            live?.Latest)
        {
            WaitingCost = cost,
        };
    }

    private static string Waits(List<(string Name, TriggerAnswer Answer)> answers)
    {
        var due = answers.Find(a => a.Answer.State == TriggerState.Due);
        if (due.Answer is not null)
            return $"due: {due.Answer.Sentence}";
        string[] waits = [.. answers.Where(a => a.Name is TriggerNames.NewLabels or TriggerNames.Schedule && a.Answer.State == TriggerState.Waiting).Select(a => a.Answer.Sentence)];
        return waits.Length == 0 ? "waits to be asked" : string.Join(" · ", waits);
    }
}
