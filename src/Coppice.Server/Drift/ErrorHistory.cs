using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics.Streams;

namespace Coppice.Server.Drift;

/// <summary>
/// The errors of answers whose labels have matured, in the order in which they matured (methods 4.6): ADWIN over all of them, a CUSUM of days against what was
/// promised, and for chances a second one of how much less they tell than they say. It belongs to one full retrain and the updates on top of it; the next one starts anew.
/// </summary>
public sealed record ErrorHistory
{
    /// <summary>Of what was promised. ADWIN is quicker where labels are many, but a stream that is bad from its first day has no better part to be told from.</summary>
    private const double Tolerated = 0.05;

    public required int Major { get; init; }

    public required ErrorLevel Reference { get; init; }

    /// <summary>Null for amounts.</summary>
    public ConfidenceLevel? Confidence { get; init; }

    public required AdaptiveWindowState Window { get; init; }

    public DayRise Sizes { get; init; } = new();

    /// <summary>Of the gaps between what chances said and what came true.</summary>
    public DayRise Gaps { get; init; } = new();

    /// <summary>The day whose labels are coming in.</summary>
    public long Day { get; init; }

    /// <summary>When errors rose; null where they have not, or have come down again.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What the mean error was before, where ADWIN saw it rise.</summary>
    public double? Before { get; init; }

    public bool HasRisen => Since is not null;

    public static ErrorHistory Start(int major, ErrorLevel reference, ConfidenceLevel? confidence = null) =>
        new() { Major = major, Reference = reference, Confidence = confidence, Window = new AdaptiveWindow().Save() };

    /// <summary>Takes errors in [0, 1] with the days their labels matured on, oldest first. A day is over when the clock says so: labels may come once a week.</summary>
    public ErrorHistory After(IReadOnlyList<MaturedError> errors, long today, double threshold)
    {
        var stream = this;
        var window = AdaptiveWindow.Restore(Window);
        foreach (var error in errors)
        {
            if (error.Day != stream.Day)
                stream = stream.EndDay(threshold) with { Day = error.Day };
            stream = stream with { Sizes = stream.Sizes.Add(error.Size), Gaps = stream.Gaps.Add(error.Gap) };
            double before = window.Mean;
            if (!window.Add(error.Size))
                continue;
            if (window.Mean > before && stream.Since is null)
                stream = stream with { Since = DayOf(error.Day), Before = before };
            else if (window.Mean > before)
                stream = stream with { Before = stream.Before ?? before };
        }

        if (stream.IsOver(today))
            stream = stream.EndDay(threshold);
        stream = stream with { Window = window.Save() };
        return stream.HasComeDown(window.Mean) ? stream with { Since = null, Before = null } : stream;
    }

    /// <summary>Whether labels of a day that is over have not been judged yet.</summary>
    public bool IsOver(long today) => Sizes.DayRows > 0 && Day < today;

    private bool HasComeDown(double mean) =>
        Since is not null && Sizes.Accumulated == 0 && Gaps.Accumulated == 0 && (Before is not { } before || mean <= Math.Max(before, Reference.Mean + (DayRise.Doubt * Reference.MeanError)));

    private ErrorHistory EndDay(double threshold)
    {
        var sizes = Sizes.End(Reference, Tolerated * Reference.Mean);
        var gaps = Confidence is { } confidence ? Gaps.End(confidence.Gap, Tolerated * confidence.Spread) : new DayRise();
        return this with
        {
            Sizes = sizes,
            Gaps = gaps,
            Since = Since ?? (sizes.Accumulated > threshold || gaps.Accumulated > threshold ? DayOf(Day) : null),
        };
    }

    private static DateTimeOffset DayOf(long day) => DateTimeOffset.UnixEpoch.AddDays(day);
}

/// <summary>How wrong an answer was, 0 to 1, the day on which that became known, and of a chance by how much it fell short of what was said.</summary>
public readonly record struct MaturedError(long Day, double Size, double Gap = 0);
