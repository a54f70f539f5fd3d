using System.Collections.Concurrent;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>
/// Holds answers against what came true, once, as their labels mature (methods 2.4). A week is measured again only when it got labels, so
/// what it costs grows with what is new.
/// </summary>
public sealed class MeasurePerformance(Database database, PerformanceStore store, LabelStore labels, LabelProgressStore progresses, VersionStore versions, TimeProvider time)
{
    private const int Together = 20_000;
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _looks = new();

    /// <summary>The same, at most once an hour: a week of many answers is read as a whole.</summary>
    internal Task KeepUpAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_looks.TryGetValue(modelId, out var last) && now - last < Often && now >= last)
            return Task.CompletedTask;
        _looks[modelId] = now;
        return RunAsync(model, modelId, cancellationToken);
    }

    /// <summary>Brings weeks and running means up to the newest label.</summary>
    public Task RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (database.Read(session => Look(session, model, modelId)) is not { } found)
                return Task.CompletedTask;
            database.Write(session =>
            {
                if (found.IsAnew)
                    store.Forget(session, modelId);
                foreach (var (week, report) in found.Weeks)
                    store.SaveWeek(session, modelId, week, report);
                store.SaveState(session, modelId, found.State);
            });
        }
    }

    /// <summary>What is new; null where nothing is.</summary>
    private Found? Look(Session session, ModelDefinition model, long modelId)
    {
        if (progresses.Find(session, modelId) is not { } progress)
            return null;
        long lastLabel = labels.LastId(session);
        var known = store.FindState(session, modelId);
        bool isAnew = known is not null && known.Policy != progress.Policy;
        if (known is null || isAnew)
            known = new PerformanceState(progress.Policy, known?.LastLabel ?? 0, known?.LastLabel ?? 0, new Dictionary<string, FadingSum>());
        else if (known.LastLabel >= lastLabel)
            return null;
        var answers = store.MaturedAfter(session, modelId, known.FirstLabel, known.LastLabel, Together);
        long until = answers.Count == Together ? answers[^1].Label : Math.Max(lastLabel, known.LastLabel);
        var weeks = answers.Select(answer => Week.Of(answer.AsOf)).Distinct().Order()
            .Select(week => (week, store.Between(session, modelId, Week.Start(week), Week.Start(week + 1)).Measure(model.Predicts, id => versions.Find(session, id)?.Prior)))
            .ToList();
        return new Found(isAnew, known.After(model.Predicts, answers, until), weeks);
    }

    private sealed record Found(bool IsAnew, PerformanceState State, IReadOnlyList<(long Week, PerformanceWeek Report)> Weeks);
}
