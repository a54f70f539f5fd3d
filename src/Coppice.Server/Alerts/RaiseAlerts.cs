using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>
/// Asks every rule and keeps one alert for each thing that is wrong: opened when it is first seen, counted when it occurs again, closed when it
/// ends. What fails for one model does not stop the others.
/// </summary>
public sealed class RaiseAlerts(
    Database database,
    ModelCatalog models,
    AlertFactsReader facts,
    AlertStore alerts,
    AlertOutbox outbox,
    IEnumerable<IModelRule> modelRules,
    IEnumerable<IWorkspaceRule> workspaceRules,
    TimeProvider time,
    ILogger<RaiseAlerts> logger)
{
    /// <summary>An alert that goes on is written down this often.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    private readonly Lock _turn = new();

    /// <summary>One look at everything; gives how many alerts it opened, changed or closed.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_turn)
            return Task.FromResult(Turn());
    }

    private int Turn()
    {
        var open = database.Read(alerts.Open).ToLookup(alert => alert.ModelId);
        var numbers = models.All.ToDictionary(model => models.Number(model.Name));
        int changes = Look(0, open[0], session => facts.Read(session, open[0]), workspaceRules.Select(rule => (rule.Code, (Func<WorkspaceFacts, AlertReading>)rule.Look)));
        foreach (var (id, model) in numbers)
        {
            try
            {
                changes += Look(id, open[id], session => facts.Read(session, model, id, open[id]), modelRules.Select(rule => (rule.Code, (Func<ModelFacts, AlertReading>)rule.Look)));
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                Log.LookFailed(logger, e, model.Name);
            }
        }

        // Models that the definition file no longer has take their alerts with them.
        var gone = open.Where(group => group.Key != 0 && !numbers.ContainsKey(group.Key)).SelectMany(group => group).Select(alert => new AlertStep(alert.Code, alert.ModelId, alert, AlertReading.Fine)).ToList();
        changes += Settle(gone);
        if (facts.Unkept() is { Count: > 0 } feeds)
            database.Write(session => feeds.ToList().ForEach(feed => facts.Keep(session, feed.Feed, feed.History)));
        return changes;
    }

    private int Look<TFacts>(long modelId, IEnumerable<Alert> open, Func<Session, TFacts> read, IEnumerable<(string Code, Func<TFacts, AlertReading> Look)> rules)
    {
        var told = database.Read(read);
        var known = open.ToDictionary(alert => alert.Code);
        return Settle([.. rules.Select(rule => new AlertStep(rule.Code, modelId, known.GetValueOrDefault(rule.Code), rule.Look(told)))]);
    }

    private int Settle(IReadOnlyList<AlertStep> steps)
    {
        var now = time.GetUtcNow();
        var changes = steps.Where(step => step.IsChange(now, SeenEvery)).ToList();
        if (changes.Count > 0)
            database.Write(session => changes.ForEach(step => Settle(session, step, now)));
        return changes.Count;
    }

    private void Settle(Session session, AlertStep step, DateTimeOffset now)
    {
        // Somebody may have acknowledged or silenced it since it was read.
        var known = step.Open is { } open ? alerts.Find(session, open.Id) : null;
        if (known is null)
        {
            var raised = Alert.Open(step.Code, step.ModelId, step.Reading.Finding!, now);
            if (alerts.Newest(session, step.Code, step.ModelId) is { } earlier && earlier.IsSilentAt(now))
                raised = raised with { SilencedBy = earlier.SilencedBy, SilencedUntil = earlier.SilencedUntil };
            raised = alerts.Add(session, raised);
            Log.Opened(logger, raised.Code, raised.Severity, raised.Sentence);
            alerts.Update(session, outbox.Tell(session, raised, now));
            return;
        }

        if (step.Reading.State == AlertState.Fine)
        {
            Log.Closed(logger, known.Code, known.Sentence);
            alerts.Update(session, outbox.TellEnd(session, known with { ClosedAt = now }, now));
            return;
        }

        var going = step.Reading.Finding is { } finding && finding.Mark != known.Mark ? known.With(finding, now) : known with { LastSeen = now };
        alerts.Update(session, outbox.Tell(session, going, now));
    }
}
