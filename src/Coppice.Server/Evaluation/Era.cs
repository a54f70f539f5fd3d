using System.Globalization;

namespace Coppice.Server.Evaluation;

/// <summary>A quarter of the calendar, in UTC.</summary>
/// <param name="Name">Such as <c>2025 Q3</c>; names sort as the quarters do.</param>
/// <param name="Counts">False where the world has changed since it began.</param>
public sealed record Era(string Name, bool Counts)
{
    /// <summary>The quarter of a time, which counts where the world has been the same since it began.</summary>
    public static Era Of(DateTimeOffset time, DateTimeOffset? worldSince)
    {
        int quarter = (time.UtcDateTime.Month - 1) / 3;
        var began = new DateTimeOffset(time.UtcDateTime.Year, (quarter * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new Era(string.Create(CultureInfo.InvariantCulture, $"{began.Year:0000} Q{quarter + 1}"), worldSince is not { } since || began >= since);
    }
}
