using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics.Streams;

namespace Coppice.Server.Drift;

/// <summary>A CUSUM of days: what their means lie above a promise adds up (methods 4.6).</summary>
public sealed record DayRise
{
    /// <summary>From so many labels a day on, days add up only by what lies clearly above the promise: with many labels anything is sure, and little of it matters.</summary>
    private const long ManyLabels = 200;

    /// <summary>No single day is an alarm.</summary>
    private const double MostOfADay = 4;

    /// <summary>Standard errors by which the promise may be off, or its own error would add up day by day. More is slower, less alarms more often: bench judgement measures both.</summary>
    public const double Doubt = 1.15;

    public double Accumulated { get; init; }

    /// <summary>The days that <see cref="Accumulated"/> counts: their labels, and the sum of what was measured on them.</summary>
    public long Rows { get; init; }

    public double Sum { get; init; }

    /// <summary>The same of the day whose labels are coming in.</summary>
    public long DayRows { get; init; }

    public double DaySum { get; init; }

    public DayRise Add(double value) => this with { DayRows = DayRows + 1, DaySum = DaySum + value };

    /// <summary>Ends the day.</summary>
    /// <param name="promise">What was promised of one row.</param>
    /// <param name="tolerated">What matters little, where there are many labels.</param>
    public DayRise End(ErrorLevel promise, double tolerated)
    {
        ArgumentNullException.ThrowIfNull(promise);
        if (DayRows == 0 || promise.Deviation <= 0)
            return this with { DayRows = 0, DaySum = 0 };
        double promised = promise.Mean + (Doubt * promise.MeanError) + (DayRows >= ManyLabels ? tolerated : 0);
        double standardised = Math.Min(MostOfADay, ((DaySum / DayRows) - promised) / (promise.Deviation / Math.Sqrt(DayRows)));
        double accumulated = new CumulativeSum(Accumulated).After(standardised).Sum;
        return accumulated > 0
            ? new DayRise { Accumulated = accumulated, Rows = Rows + DayRows, Sum = Sum + DaySum }
            : new DayRise();
    }
}
