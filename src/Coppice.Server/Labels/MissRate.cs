using Coppice.Server.Predictions;
using Coppice.Server.Statistics;

namespace Coppice.Server.Labels;

/// <summary>How wide the ranges of a model's amounts are said, and how often those said so far held.</summary>
/// <param name="ModelId">Whose.</param>
/// <param name="Rate">The share of misses that ranges are looked up by now.</param>
/// <param name="Amounts">Amounts said with a range that have come true or not.</param>
/// <param name="Missed">How many of them lay outside.</param>
public sealed record MissRate(long ModelId, double Rate, long Amounts, long Missed)
{
    public static MissRate First(long modelId) => new(modelId, AmountInterval.MissRate, 0, 0);

    /// <summary>The state after a sweep in which that many amounts matured.</summary>
    public MissRate After(long amounts, long missed) => this with
    {
        Rate = AdaptiveMissRate.Next(Rate, AmountInterval.MissRate, (double)missed / amounts),
        Amounts = Amounts + amounts,
        Missed = Missed + missed,
    };
}
