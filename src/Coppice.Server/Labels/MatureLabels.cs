using Coppice.Server.Customers;
using Coppice.Server.Outcomes;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>Closes windows, makes labels of past cut-offs and uploads, and corrects what late facts proved wrong.</summary>
public sealed class MatureLabels(
    Database database,
    ModelStore models,
    EventStore events,
    OutcomeStore outcomes,
    ExampleStore examples,
    LabelStore labels,
    LabelProgressStore progresses,
    WindowLabels windowLabels,
    ColumnLabels columnLabels,
    LabelMetrics metrics,
    TimeProvider time)
{
    /// <summary>One sweep of one model, as one transaction.</summary>
    public Task<LabelSweep> RunAsync(ModelDefinition model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sweep = database.Write(session => Sweep(session, model));
        metrics.Matured(model.Name, sweep.Matured);
        return Task.FromResult(sweep);
    }

    private LabelSweep Sweep(Session session, ModelDefinition model)
    {
        long modelId = models.Number(session, model.Name);
        long now = time.GetUtcNow().ToMicroseconds();
        string policy = $"{Describe(model.Label)} lag {model.Lag} every {model.Backfill.Every.Length}";
        var known = progresses.Find(session, modelId);
        var progress = known;
        if (progress is not null && progress.Policy != policy)
        {
            labels.ReplaceAll(session, modelId, now);
            progress = null;
        }

        progress ??= new LabelProgress(modelId, policy, 0, 0, 0, 0, null, null, null);
        using var writer = labels.Write(session);
        if (model.Label is ColumnLabel column)
            columnLabels.Sweep(session, writer, progress, column);
        else
            progress = windowLabels.Sweep(session, writer, model, progress, now);
        var sweep = writer.Flush();
        progress = progress with { LastEvent = events.LastId(session), LastOutcome = outcomes.LastId(session), LastExample = examples.LastId(session) };
        // A sweep that found nothing writes nothing, so that the loop may turn often without a flush of the disk.
        if (progress != known)
            progresses.Save(session, progress);
        return sweep;
    }

    /// <summary>Lists in records print the name of their type, so the types of event are spelt out.</summary>
    private static string Describe(LabelPolicy policy) => policy switch
    {
        EventWithin p => $"any {string.Join(", ", p.EventTypes)} within {p.Within}",
        NoEventWithin p => $"no {string.Join(", ", p.EventTypes)} within {p.Within}",
        _ => policy.ToString(),
    };
}
