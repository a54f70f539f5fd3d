using Coppice.Server.Statistics;

namespace Coppice.Server.Files.Columns;

/// <summary>The extremes of the numbers that pass, and a fair sample of them (Vitter's algorithm R): the same numbers give the same sample.</summary>
internal sealed class NumberSample
{
    private const int Size = 1024;

    private readonly SplitMix64 _random = new(20_230_817);
    private readonly List<double> _kept = [];
    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;
    private long _seen;

    public void Add(double number)
    {
        if (!double.IsFinite(number))
            return;
        _low = Math.Min(_low, number);
        _high = Math.Max(_high, number);
        _seen++;
        if (_kept.Count < Size)
            _kept.Add(number);
        else if (_random.NextBelow(_seen) is var place and < Size)
            _kept[(int)place] = number;
    }

    /// <summary>Null where no number has passed.</summary>
    public NumberSpread? Spread()
    {
        if (_seen == 0)
            return null;
        double[] sorted = [.. _kept.Order()];
        return new NumberSpread(_low, OrderStatistics.Quantile(sorted, 0.05), OrderStatistics.Quantile(sorted, 0.5), OrderStatistics.Quantile(sorted, 0.95), _high);
    }
}
