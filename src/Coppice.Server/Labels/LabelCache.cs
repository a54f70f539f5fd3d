namespace Coppice.Server.Labels;

/// <summary>
/// The current labels of each model in memory, in training order, brought up to date by what was recorded since: a run pays for what is
/// new, not for history. A label that takes another's place is new itself; a new policy, which replaces all, begins anew.
/// </summary>
public sealed class LabelCache
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Held> _models = [];

    /// <summary>The labels a session sees; null where it stands at a time before what is in memory, so that they have to be looked up.</summary>
    /// <param name="modelId">Whose.</param>
    /// <param name="policy">The policy they were made by, as the session sees it.</param>
    /// <param name="lastId">The newest label there is for the session.</param>
    /// <param name="knownBy">Nothing known later is wanted.</param>
    /// <param name="since">Reads what was recorded after a number.</param>
    internal IReadOnlyList<Label>? Read(long modelId, string policy, long lastId, long knownBy, Func<long, LabelRows> since)
    {
        lock (_gate)
        {
            var held = _models.GetValueOrDefault(modelId);
            if (held?.Policy != policy)
                held = new Held(policy, [], 0, long.MinValue);
            if (lastId > held.LastId)
                _models[modelId] = held = Extend(held, since(held.LastId), lastId);
            return lastId == held.LastId && knownBy >= held.LatestTime ? held.Labels : null;
        }
    }

    /// <summary>Forgets everything; needed when labels were taken out of the database.</summary>
    public void Clear()
    {
        lock (_gate)
            _models.Clear();
    }

    private static Held Extend(Held held, LabelRows rows, long lastId) => held with
    {
        Labels = rows.Current.Count == 0 ? held.Labels : LabelMerge.Into(held.Labels, rows.Current),
        LastId = lastId,
        LatestTime = Math.Max(held.LatestTime, rows.LatestTime),
    };

    /// <summary>Labels up to a number, and the newest time at which one of them became known or was replaced.</summary>
    private sealed record Held(string Policy, Label[] Labels, long LastId, long LatestTime);
}
