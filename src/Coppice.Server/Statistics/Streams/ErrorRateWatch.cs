namespace Coppice.Server.Statistics.Streams;

/// <summary>
/// DDM (Gama et al. 2004, methods 4.6): alarms where an error rate exceeds its lowest level by three deviations. Measured to raise false
/// alarms in four of ten streams, so no decision rests on it.
/// </summary>
public sealed class ErrorRateWatch
{
    private const int WarmUp = 30;
    private const double WarningDeviations = 2;
    private const double DriftDeviations = 3;

    private long _seen;
    private double _rate;
    private double _lowestRate = double.PositiveInfinity;
    private double _lowestDeviation = double.PositiveInfinity;

    /// <summary>Takes the next error, 0 or 1; an alarm starts the watch anew.</summary>
    public ErrorRateState Add(double error)
    {
        _seen++;
        _rate += (error - _rate) / _seen;
        double deviation = Math.Sqrt(_rate * (1 - _rate) / _seen);
        if (_seen < WarmUp)
            return ErrorRateState.Steady;
        if (_rate + deviation < _lowestRate + _lowestDeviation)
            (_lowestRate, _lowestDeviation) = (_rate, deviation);
        if (_rate + deviation > _lowestRate + (DriftDeviations * _lowestDeviation))
        {
            (_seen, _rate, _lowestRate, _lowestDeviation) = (0, 0, double.PositiveInfinity, double.PositiveInfinity);
            return ErrorRateState.Drifted;
        }

        return _rate + deviation > _lowestRate + (WarningDeviations * _lowestDeviation) ? ErrorRateState.Warning : ErrorRateState.Steady;
    }
}

/// <summary>What an <see cref="ErrorRateWatch"/> says.</summary>
public enum ErrorRateState
{
    Steady,
    Warning,
    Drifted,
}
