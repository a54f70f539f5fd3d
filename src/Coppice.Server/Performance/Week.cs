using Coppice.Server.Storage;

namespace Coppice.Server.Performance;

/// <summary>Weeks from Monday to Sunday, UTC, by number.</summary>
internal static class Week
{
    public const long Length = 7 * UtcMicroseconds.PerDay;

    /// <summary>The first of January 1970 was a Thursday.</summary>
    public const long Shift = 3 * UtcMicroseconds.PerDay;

    public static long Of(long time) => (long)Math.Floor((time + Shift) / (double)Length);

    public static long Start(long week) => (week * Length) - Shift;
}
