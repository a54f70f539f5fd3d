using Coppice.Server.Customers;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>Labels of models whose truth is what customers did within a window.</summary>
public sealed class WindowLabels(DefinitionInForce workspace, EventStore events, PredictionStore predictions, LabelStore labels)
{
    /// <summary>Behaviour needs some past: the first cut-off lies this long after the first event.</summary>
    private const long FirstPast = 30 * UtcMicroseconds.PerDay;

    /// <summary>With more new events than this, reading all of them into memory is cheaper than looking customers up one by one.</summary>
    private const long ManyEvents = 20_000;

    /// <summary>Sweeps, and gives the progress made: predictions closed and past times labelled.</summary>
    internal LabelProgress Sweep(Session session, LabelWriter writer, ModelDefinition model, LabelProgress progress, long now)
    {
        if (events.TimesSince(session, progress.LastEvent) is { } times)
        {
            progress = progress with
            {
                FirstEventTime = Math.Min(progress.FirstEventTime ?? times.First, times.First),
                LastEventTime = Math.Max(progress.LastEventTime ?? times.Last, times.Last),
            };
        }

        var cutOffs = NewCutOffs(model, progress, now);
        var window = new LabelWindow(model.Label, EventStore.TypeNames(session));
        using var single = EventStore.Within(session);
        var all = cutOffs.Count > 0 || events.LastId(session) - progress.LastEvent > ManyEvents ? new HistoryFacts(events.Load(session), window) : null;
        var batch = new Batch(session, writer, model, progress, all ?? FactsAboutFew(session, window, new StoredFacts(single, window)), window.Length, now);
        long lastPrediction = Close(batch);
        Correct(batch);
        Backfill(batch, all, cutOffs);
        return progress with
        {
            LastPrediction = lastPrediction,
            LastCutoff = cutOffs.Count > 0 ? cutOffs[^1] : progress.LastCutoff,
        };
    }

    private IWindowFacts FactsAboutFew(Session session, LabelWindow window, StoredFacts stored)
    {
        if (events.Loaded is not { } loaded)
            return stored;
        var changed = events.EarliestSince(session, loaded.LastId).Select(c => c.CustomerId).ToHashSet();
        return new MixedFacts(new HistoryFacts(loaded.History, window), stored, changed);
    }

    private long Close(Batch batch)
    {
        var due = predictions.MadeBy(batch.Session, batch.ModelId, batch.Progress.LastPrediction, batch.Now - batch.WindowAndLag, batch.Now);
        // Neighbours on disk are asked about together.
        foreach (var prediction in due.OrderBy(p => p.CustomerId).ThenBy(p => p.Id))
            batch.Add(prediction.CustomerId, prediction.AsOf, LabelSource.Logged, prediction.Id);
        return due.Count > 0 ? due[^1].Id : batch.Progress.LastPrediction;
    }

    /// <summary>Looks again at labels whose window holds something recorded since the last sweep.</summary>
    private void Correct(Batch batch)
    {
        if (batch.Progress.LastEvent == 0)
            return;
        // Answers mature with the clock even where no more events are recorded; cut-offs end with the history.
        long lastMatured = batch.Now - batch.WindowAndLag;
        foreach (var (customerId, earliest) in events.EarliestSince(batch.Session, batch.Progress.LastEvent))
        {
            if (earliest >= lastMatured + batch.Window)
                continue;
            foreach (var label in labels.OfCustomer(batch.Session, batch.ModelId, customerId, earliest - batch.Window, lastMatured))
            {
                var truth = batch.Facts.Judge(customerId, label.AsOf, batch.Now);
                if (truth.Value == label.Value)
                    continue;
                batch.Writer.Correct(batch.ModelId, label, truth, Math.Max(batch.Now, label.MaturesAt));
            }

            if (batch.Progress.LastCutoff is { } lastCutOff)
                AddEarlierCutOffs(batch, customerId, earliest, lastCutOff);
        }
    }

    /// <summary>A customer whose history turns out to begin earlier could have been asked about earlier.</summary>
    private void AddEarlierCutOffs(Batch batch, long customerId, long earliest, long lastCutOff)
    {
        foreach (long cutOff in CutOffsBetween(batch.Model, Math.Max(earliest, FirstCutOffAfter(batch.Model, batch.Progress)), lastCutOff))
        {
            if (batch.Facts.KnownBefore(customerId, cutOff))
                batch.Add(customerId, cutOff, LabelSource.Backfill, 0);
        }
    }

    private static void Backfill(Batch batch, HistoryFacts? all, IReadOnlyList<long> cutOffs)
    {
        long before = batch.Writer.Flush().Matured;
        // Newest first, so that the limit on rows cuts off the oldest past.
        foreach (long cutOff in cutOffs.Reverse())
        {
            if (batch.Writer.Flush().Matured - before >= batch.Model.Backfill.MaxRows)
                break;
            foreach (long customerId in all!.CustomerIds)
            {
                if (all.KnownBefore(customerId, cutOff))
                    batch.Add(customerId, cutOff, LabelSource.Backfill, 0);
            }
        }
    }

    private IReadOnlyList<long> NewCutOffs(ModelDefinition model, LabelProgress progress, long now) => LastCutOff(model, progress, now) is { } last
        ? CutOffsBetween(model, Math.Max(progress.LastCutoff ?? long.MinValue, FirstCutOffAfter(model, progress)), last)
        : [];

    private IReadOnlyList<long> CutOffsBetween(ModelDefinition model, long after, long until) => CutOffs.Between(model.Backfill.Every, workspace.TimeZone, after, until);

    private static long FirstCutOffAfter(ModelDefinition model, LabelProgress progress) => model.Backfill.From is { } from
        ? new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToMicroseconds() - 1
        : (progress.FirstEventTime ?? 0) + FirstPast;

    /// <summary>
    /// The newest cut-off that can be labelled: its window has closed, and closed while events were still being recorded. Where
    /// the history ends, silence says nothing.
    /// </summary>
    private static long? LastCutOff(ModelDefinition model, LabelProgress progress, long now) => progress.LastEventTime is { } lastEvent
        ? Math.Min(now - LabelSweep.WindowAndLag(model), lastEvent + UtcMicroseconds.PerDay - (model.Label.Window.Ticks / TimeSpan.TicksPerMicrosecond) - 1)
        : null;

    private sealed record Batch(Session Session, LabelWriter Writer, ModelDefinition Model, LabelProgress Progress, IWindowFacts Facts, long Window, long Now)
    {
        public long ModelId => Progress.ModelId;

        public long WindowAndLag { get; } = LabelSweep.WindowAndLag(Model);

        public void Add(long customerId, long asOf, string source, long sourceId) =>
            Writer.Add(ModelId, customerId, asOf, source, sourceId, asOf + WindowAndLag, Facts.Judge(customerId, asOf, Now));
    }
}
