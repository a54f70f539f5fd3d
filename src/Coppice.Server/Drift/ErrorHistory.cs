using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics.Streams;

namespace Coppice.Server.Drift;

/// <summary>
/// The errors of answers whose labels have matured, in the order in which they matured (methods 4.6): ADWIN over all of them, and a CUSUM of
/// days against what was promised. It belongs to one full retrain and the updates on top of it; the next one starts anew.
/// </summary>
public sealed record ErrorHistory
{
    /// <summary>
    /// From so many labels a day on ADWIN is quicker. A stream that is bad from its first day has no better part to be told from, so days still add up,
    /// but only by what lies clearly above the promise: with many labels anything is sure, and little of it matters.
    /// </summary>
    private const long ManyLabels = 200;

    private const double Tolerated = 0.05;

    /// <summary>No single day is an alarm.</summary>
    private const double MostOfADay = 4;

    /// <summary>Standard errors by which the promise may be off, or its own error would add up day by day. More is slower, less alarms more often: bench judgement measures both.</summary>
    private const double Doubt = 1.15;

    public required int Major { get; init; }

    public required ErrorLevel Reference { get; init; }

    public required AdaptiveWindowState Window { get; init; }

    public double Accumulated { get; init; }

    /// <summary>The days that <see cref="Accumulated"/> counts: their labels, and the sum of those labels' errors.</summary>
    public long AccumulatedRows { get; init; }

    public double AccumulatedErrors { get; init; }

    /// <summary>The day whose labels are coming in.</summary>
    public long Day { get; init; }

    public long DayRows { get; init; }

    public double DaySum { get; init; }

    /// <summary>When errors rose; null where they have not, or have come down again.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What the mean error was before, where ADWIN saw it rise.</summary>
    public double? Before { get; init; }

    public bool HasRisen => Since is not null;

    public static ErrorHistory Start(int major, ErrorLevel reference) =>
        new() { Major = major, Reference = reference, Window = new AdaptiveWindow().Save() };

    /// <summary>Takes errors in [0, 1] with the days their labels matured on, oldest first.</summary>
    public ErrorHistory After(IReadOnlyList<MaturedError> errors, double threshold)
    {
        var stream = this;
        var window = AdaptiveWindow.Restore(Window);
        foreach (var error in errors)
        {
            if (error.Day != stream.Day)
                stream = stream.EndDay(threshold) with { Day = error.Day, DayRows = 0, DaySum = 0 };
            stream = stream with { DayRows = stream.DayRows + 1, DaySum = stream.DaySum + error.Size };
            double before = window.Mean;
            if (!window.Add(error.Size))
                continue;
            if (window.Mean > before && stream.Since is null)
                stream = stream with { Since = DayOf(error.Day), Before = before };
            else if (window.Mean > before)
                stream = stream with { Before = stream.Before ?? before };
        }

        stream = stream with { Window = window.Save() };
        return stream.HasComeDown(window.Mean) ? stream with { Since = null, Before = null } : stream;
    }

    private bool HasComeDown(double mean) =>
        Since is not null && Accumulated == 0 && (Before is not { } before || mean <= Math.Max(before, Reference.Mean + (Doubt * Reference.MeanError)));

    private ErrorHistory EndDay(double threshold)
    {
        if (DayRows == 0 || Reference.Deviation <= 0)
            return this;
        double promised = Reference.Mean + (Doubt * Reference.MeanError) + (DayRows >= ManyLabels ? Tolerated * Reference.Mean : 0);
        double standardised = Math.Min(MostOfADay, ((DaySum / DayRows) - promised) / (Reference.Deviation / Math.Sqrt(DayRows)));
        double sum = new CumulativeSum(Accumulated).After(standardised).Sum;
        bool counts = sum > 0;
        return this with
        {
            Accumulated = sum,
            AccumulatedRows = counts ? AccumulatedRows + DayRows : 0,
            AccumulatedErrors = counts ? AccumulatedErrors + DaySum : 0,
            Since = Since ?? (sum > threshold ? DayOf(Day) : null),
        };
    }

    private static DateTimeOffset DayOf(long day) => DateTimeOffset.UnixEpoch.AddDays(day);
}

/// <summary>How wrong an answer was, 0 to 1, and the day on which that became known.</summary>
public readonly record struct MaturedError(long Day, double Size);
