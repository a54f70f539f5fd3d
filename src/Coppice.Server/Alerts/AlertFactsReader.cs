using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Models;
using Coppice.Server.Quality;
using Coppice.Server.Ramps;
using Coppice.Server.Storage;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>Reads what rules are told.</summary>
public sealed class AlertFactsReader(
    DefinitionInForce workspace,
    AlertFactsStore store,
    DeploymentStore deployments,
    VersionStore versions,
    RampOverview ramps,
    DriftOverview drift,
    ImportStore imports,
    ChampionWatch watch,
    LoopHealth health,
    IServiceProvider services,
    TimeProvider time)
{
    private const int MostImports = 50;
    private static readonly TriggerOptions Usual = new();

    /// <summary>Feeds as they were last looked at, and as they were last written down.</summary>
    private readonly Dictionary<string, (FeedHistory Seen, FeedHistory? Kept)> _feeds = [];

    public ModelFacts Read(Session session, ModelDefinition model, long modelId, IEnumerable<Alert> open)
    {
        var line = deployments.Latest(session, modelId);
        return new ModelFacts
        {
            Model = model,
            Now = time.GetUtcNow(),
            Runs = store.Runs(session, modelId),
            Decisions = store.Decisions(session, modelId),
            Line = line,
            Ramp = ramps.Latest(session, model.Name, modelId),
            Champion = line is null ? null : versions.Find(session, line.ToId)?.Number.ToString(),
            Earlier = line is null ? 0 : deployments.Earlier(session, modelId).Count,
            Measure = watch.Find(modelId, line?.ToId),
            AllowedDrop = workspace.Training.Triggers.PerformanceDrop ?? Usual.PerformanceDrop!.Value,
            Drifted = drift.Drifted(session, modelId),
            Loop = new LoopStanding(health.Find(model.Name), health.LastSuccess(model.Name)),
            Open = Marks(open),
        };
    }

    public WorkspaceFacts Read(Session session, IEnumerable<Alert> open)
    {
        var now = time.GetUtcNow();
        foreach (string feed in FeedNames.All)
        {
            long newest = store.Newest(session, feed);
            var kept = _feeds.TryGetValue(feed, out var known) ? known.Kept : store.FindFeed(session, feed);
            var before = known.Seen ?? kept;
            _feeds[feed] = (before?.After(newest, now) ?? new FeedHistory(newest, now, now), kept);
        }

        return new WorkspaceFacts
        {
            Now = now,
            Batches = store.Batches(session),
            Imports = imports.Before(session, long.MaxValue, null, null, MostImports),
            Feeds = _feeds.ToDictionary(feed => feed.Key, feed => feed.Value.Seen),
            Loop = new LoopStanding(health.Find(LoopHealth.WholeLoop), health.LastSuccess(LoopHealth.WholeLoop)),
            Ended = [.. Ended()],
            Open = Marks(open),
        };
    }

    /// <summary>Feeds that have to be written down.</summary>
    public IReadOnlyList<(string Feed, FeedHistory History)> Unkept() =>
        [.. _feeds.Where(feed => feed.Value.Seen.IsWorthKeeping(feed.Value.Kept)).Select(feed => (feed.Key, feed.Value.Seen))];

    public void Keep(Session session, string feed, FeedHistory history)
    {
        store.SaveFeed(session, feed, history);
        _feeds[feed] = (history, history);
    }

    private IEnumerable<EndedLoop> Ended()
    {
        // Asked for here and not at the start: whoever looks is one of them.
        foreach (var loop in services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            if (loop.ExecuteTask is { IsFaulted: true, Exception: var fault })
                yield return new EndedLoop(loop.GetType().Name, fault?.InnerException?.Message ?? "it does not say why");
        }
    }

    private static Dictionary<string, string> Marks(IEnumerable<Alert> open) => open.ToDictionary(alert => alert.Code, alert => alert.Mark);
}
