namespace Coppice.Server.Statistics.Streams;

/// <summary>
/// Page and Hinkley's test for a rise of a stream's mean (methods 4.6). Its threshold is in the unit of the values, so it has to be set for
/// each stream: it is here to be measured against, the detectors in use are <see cref="AdaptiveWindow"/> and <see cref="CumulativeSum"/>.
/// </summary>
/// <param name="threshold">What has to add up for an alarm.</param>
public sealed class PageHinkley(double threshold = 50)
{
    private const int WarmUp = 30;
    private const double Tolerance = 0.005;
    private const double Remembered = 0.9999;

    private long _seen;
    private double _mean;
    private double _sum;

    /// <summary>Takes the next value; an alarm starts the test anew.</summary>
    public bool Add(double value)
    {
        _seen++;
        _mean += (value - _mean) / _seen;
        _sum = Math.Max(0, (Remembered * _sum) + value - _mean - Tolerance);
        if (_seen < WarmUp || _sum < threshold)
            return false;
        (_seen, _mean, _sum) = (0, 0, 0);
        return true;
    }
}
