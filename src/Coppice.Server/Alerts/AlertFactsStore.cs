using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;
using Coppice.Server.Training;

namespace Coppice.Server.Alerts;

/// <summary>What rules are told, as far as a few index entries tell it, and the histories of feeds.</summary>
public sealed class AlertFactsStore
{
    private const int Most = 20;

    public IReadOnlyList<Run> Runs(Session session, long modelId) => session.Query<Run>("""
        SELECT * FROM runs WHERE model_id = @modelId AND strategy <> 'compare' AND finished_at IS NOT NULL ORDER BY id DESC LIMIT @most
        """, new { modelId, most = Most });

    public IReadOnlyList<DecisionFact> Decisions(Session session, long modelId) => session.Query<DecisionFact>(
        "SELECT id, decided_at, decision, code FROM decisions WHERE model_id = @modelId ORDER BY id DESC LIMIT @most", new { modelId, most = Most });

    public IReadOnlyList<Batch> Batches(Session session) => session.Query<Batch>(
        "SELECT * FROM batches WHERE id > (SELECT COALESCE(MAX(id), 0) FROM batches) - @most AND state IN ('done', 'failed') ORDER BY id DESC", new { most = Most });

    public long Newest(Session session, string feed) => feed == FeedNames.Events
        ? session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM events")
        : session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM outcomes");

    public FeedHistory? FindFeed(Session session, string feed) =>
        session.First<string>("SELECT history FROM alert_feeds WHERE feed = @feed", new { feed }) is { } history
            ? JsonSerializer.Deserialize<FeedHistory>(history, CoppiceJson.Options)
            : null;

    public void SaveFeed(Session session, string feed, FeedHistory history) => session.Execute("""
        INSERT INTO alert_feeds (feed, history) VALUES (@feed, @history) ON CONFLICT (feed) DO UPDATE SET history = excluded.history
        """, new { feed, history = JsonSerializer.Serialize(history, CoppiceJson.Options) });
}
