using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>The journal of champions, append-only. What was live when is a query.</summary>
public sealed class DeploymentStore
{
    public long Append(Session session, Deployment deployment) => session.Insert("""
        INSERT INTO deployments (model_id, kind, from_id, to_id, decision_id, superior, actor, reason, at)
        VALUES (@ModelId, @Kind, @FromId, @ToId, @DecisionId, @Superior, @Actor, @Reason, @At)
        """, deployment);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Deployment> List(Session session, long modelId) =>
        session.Query<Deployment>("SELECT * FROM deployments WHERE model_id = @modelId ORDER BY id", new { modelId });

    /// <summary>The line in force at a time; null before the first promotion.</summary>
    public Deployment? At(Session session, long modelId, DateTimeOffset time) => session.First<Deployment>(
        "SELECT * FROM deployments WHERE model_id = @modelId AND at <= @time ORDER BY id DESC LIMIT 1", new { modelId, time });

    public Deployment? Latest(Session session, long modelId) =>
        session.First<Deployment>("SELECT * FROM deployments WHERE model_id = @modelId ORDER BY id DESC LIMIT 1", new { modelId });

    public bool WasChampion(Session session, long versionId) =>
        session.Value<long>("SELECT COUNT(*) FROM deployments WHERE to_id = @versionId", new { versionId }) > 0;

    /// <summary>The version last promoted on its merit, or by a person.</summary>
    public long? AnchorId(Session session, long modelId) => session.First<long?>(
        "SELECT to_id FROM deployments WHERE model_id = @modelId AND superior = 1 ORDER BY id DESC LIMIT 1", new { modelId });

    /// <summary>The champion a rollback returns to.</summary>
    public long? PreviousId(Session session, long modelId) => Earlier(session, modelId) is [var previous, ..] ? previous : null;

    /// <summary>Champions before the one in force, newest first: promotions pile versions up, a rollback takes them off again.</summary>
    public IReadOnlyList<long> Earlier(Session session, long modelId)
    {
        var pile = new List<long>();
        foreach (var line in List(session, modelId))
        {
            int at = line.Kind == DeploymentKinds.RollBack ? pile.LastIndexOf(line.ToId) : -1;
            if (at >= 0)
                pile.RemoveRange(at + 1, pile.Count - at - 1);
            else
                pile.Add(line.ToId);
        }

        return [.. pile.SkipLast(1).Reverse()];
    }
}
