using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>Labels of models whose truth is what customers did within a window.</summary>
public sealed class WindowLabels(WorkspaceDefinition workspace, EventStore events, LabelStore labels)
{
    /// <summary>Behaviour needs some past: the first cut-off lies this long after the first event.</summary>
    private const long FirstPast = 30 * UtcMicroseconds.PerDay;

    /// <summary>
    /// The newest cut-off that can be labelled: its window has closed, and closed while events were still being recorded. Where
    /// the history ends, silence says nothing.
    /// </summary>
    internal long? LastCutOff(Session session, ModelDefinition model, long now) => events.LastTime(session) is { } lastEvent
        ? Math.Min(now - LabelSweep.WindowAndLag(model), lastEvent + UtcMicroseconds.PerDay - (model.Label.Window.Ticks / TimeSpan.TicksPerMicrosecond) - 1)
        : null;

    internal LabelSweep Sweep(Session session, LabelWriter writer, ModelDefinition model, LabelProgress progress, long now)
    {
        if (events.FirstTime(session) is not { } firstEvent)
            return new LabelSweep(0, 0);
        var history = events.Load(session);
        var window = new LabelWindow(model.Label, history);
        long until = LastCutOff(session, model, now) ?? long.MinValue;
        var batch = new Batch(session, writer, model, progress, history, window, now, firstEvent, until, workspace.TimeZone);
        return Close(batch) + Correct(batch) + Backfill(batch);
    }

    private LabelSweep Close(Batch batch)
    {
        var due = labels.Due(batch.Session, batch.ModelId, batch.Now);
        foreach (var label in due)
        {
            var truth = batch.Window.Judge(batch.History, batch.History.Find(label.CustomerId), label.AsOf, batch.Now);
            batch.Writer.Mature(label, truth, Math.Max(label.MaturesAt, truth.KnownTime));
        }

        return new LabelSweep(due.Count, 0);
    }

    /// <summary>Looks again at labels whose window holds something recorded since the last sweep.</summary>
    private LabelSweep Correct(Batch batch)
    {
        if (batch.Progress.LastEvent == 0)
            return new LabelSweep(0, 0);
        // Answers mature with the clock even where no more events are recorded; cut-offs end with the history.
        long lastMatured = batch.Now - LabelSweep.WindowAndLag(batch.Model);
        long added = 0;
        long corrected = 0;
        foreach (var (customerId, earliest) in events.EarliestSince(batch.Session, batch.Progress.LastEvent))
        {
            if (earliest >= lastMatured + batch.Window.Length)
                continue;
            int customer = batch.History.Find(customerId);
            foreach (var label in labels.OfCustomer(batch.Session, batch.ModelId, customerId, earliest - batch.Window.Length, lastMatured))
            {
                if (label.Value is not { } value)
                    continue;
                var truth = batch.Window.Judge(batch.History, customer, label.AsOf, batch.Now);
                if (truth.Value == value)
                    continue;
                batch.Writer.Correct(batch.ModelId, label, truth, Math.Max(batch.Now, label.MaturesAt));
                corrected++;
            }

            if (batch.Progress.LastCutoff is { } lastCutOff)
                added += AddEarlierCutOffs(batch, customer, earliest, lastCutOff);
        }

        return new LabelSweep(added, corrected);
    }

    /// <summary>A customer whose history turns out to begin earlier could have been asked about earlier.</summary>
    private static long AddEarlierCutOffs(Batch batch, int customer, long earliest, long lastCutOff)
    {
        long added = 0;
        foreach (long cutOff in batch.CutOffs(Math.Max(earliest, batch.FirstCutOffAfter), lastCutOff))
        {
            if (LabelWindow.KnownBefore(batch.History, customer, cutOff))
                added += batch.AddBackfill(customer, cutOff);
        }

        return added;
    }

    private static LabelSweep Backfill(Batch batch)
    {
        long after = Math.Max(batch.Progress.LastCutoff ?? long.MinValue, batch.FirstCutOffAfter);
        long added = 0;
        // Newest first, so that the limit on rows cuts off the oldest past.
        foreach (long cutOff in batch.CutOffs(after, batch.Until).Reverse())
        {
            if (added >= batch.Model.Backfill.MaxRows)
                break;
            for (int customer = 0; customer < batch.History.CustomerIds.Length; customer++)
            {
                if (LabelWindow.KnownBefore(batch.History, customer, cutOff))
                    added += batch.AddBackfill(customer, cutOff);
            }
        }

        return new LabelSweep(added, 0);
    }

    private sealed record Batch(
        Session Session,
        LabelWriter Writer,
        ModelDefinition Model,
        LabelProgress Progress,
        EventHistory History,
        LabelWindow Window,
        long Now,
        long FirstEvent,
        long Until,
        TimeZoneInfo Zone)
    {
        public long ModelId => Progress.ModelId;

        public long FirstCutOffAfter => Model.Backfill.From is { } from
            ? new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToMicroseconds() - 1
            : FirstEvent + FirstPast;

        public IReadOnlyList<long> CutOffs(long after, long until) => Labels.CutOffs.Between(Model.Backfill.Every, Zone, after, until);

        public int AddBackfill(int customer, long cutOff)
        {
            var truth = Window.Judge(History, customer, cutOff, Now);
            return Writer.Add(ModelId, History.CustomerIds[customer], cutOff, LabelSource.Backfill, 0, cutOff + LabelSweep.WindowAndLag(Model), truth);
        }
    }
}
