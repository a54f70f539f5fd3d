using System.Collections.Concurrent;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>The rates that ranges are said by now, at hand for every answer.</summary>
public sealed class MissRates(Database database, MissRateStore store)
{
    private readonly ConcurrentDictionary<long, double> _rates = new();

    public double Of(long modelId) => _rates.TryGetValue(modelId, out double rate) ? rate : database.Read(session => Of(session, modelId));

    /// <summary>The same within the caller's snapshot of the database.</summary>
    public double Of(Session session, long modelId) =>
        _rates.TryGetValue(modelId, out double rate)
            ? rate
            : _rates.GetOrAdd(modelId, AdaptiveMissRate.Read((store.Find(session, modelId) ?? MissRate.First(modelId)).Rate));

    /// <summary>What a sweep has written.</summary>
    internal void Set(MissRate rate) => _rates[rate.ModelId] = AdaptiveMissRate.Read(rate.Rate);
}
