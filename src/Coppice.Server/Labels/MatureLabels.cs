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
    MissRateStore missRateStore,
    MissRates missRates,
    LabelMetrics metrics,
    TimeProvider time)
{
    /// <summary>One sweep of one model, as one transaction.</summary>
    public Task<LabelSweep> RunAsync(ModelDefinition model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (sweep, missRate) = database.Write(session => Sweep(session, model));
        if (missRate is not null)
            missRates.Set(missRate);
        metrics.Matured(model.Name, sweep.Matured);
        return Task.FromResult(sweep);
    }

    private (LabelSweep Sweep, MissRate? MissRate) Sweep(Session session, ModelDefinition model)
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

        long lastLabel = labels.LastId(session);
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
        bool hasSameTruth = known is null || known.Policy == policy;
        return (sweep, hasSameTruth && sweep.Matured > 0 ? CheckRanges(session, model, modelId, lastLabel, writer.CorrectedIds) : null);
    }

    /// <summary>
    /// Holds what has just come true against the ranges that were said: their rate moves in the transaction that brings the labels. A
    /// label that takes the place of another was counted before.
    /// </summary>
    private MissRate? CheckRanges(Session session, ModelDefinition model, long modelId, long lastLabel, IReadOnlySet<long> corrected)
    {
        if (model.Predicts != PredictionKind.Amount)
            return null;
        var found = missRateStore.Checked(session, modelId, lastLabel).Where(label => !corrected.Contains(label.Label)).ToList();
        if (found.Count == 0)
            return null;
        var rate = (missRateStore.Find(session, modelId) ?? MissRate.First(modelId)).After(found.Count, found.Sum(label => label.Missed));
        missRateStore.Save(session, rate);
        return rate;
    }

    /// <summary>Lists in records print the name of their type, so the types of event are spelt out.</summary>
    private static string Describe(LabelPolicy policy) => policy switch
    {
        EventWithin p => $"any {string.Join(", ", p.EventTypes)} within {p.Within}",
        NoEventWithin p => $"no {string.Join(", ", p.EventTypes)} within {p.Within}",
        _ => policy.ToString(),
    };
}
