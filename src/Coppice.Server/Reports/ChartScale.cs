namespace Coppice.Server.Reports;

/// <summary>Heights of a chart whose values go upwards.</summary>
internal sealed class ChartScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _top;
    private readonly double _bottom;

    public ChartScale(double low, double high, double top, double bottom)
    {
        double room = high > low ? (high - low) * 0.06 : Math.Max(Math.Abs(high) * 0.05, 0.001);
        (_low, _high, _top, _bottom) = (low - room, high + room, top, bottom);
    }

    public double Y(double value) => _bottom - ((value - _low) / (_high - _low) * (_bottom - _top));

    /// <summary>Round values, about four of them.</summary>
    public IEnumerable<double> Ticks()
    {
        double rough = (_high - _low) / 4;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
        for (double tick = Math.Ceiling(_low / step) * step; tick <= _high; tick += step)
            yield return Math.Round(tick, 10);
    }
}
