namespace Coppice.Server.Storage;

/// <summary>Times are stored as whole microseconds since 1970, UTC.</summary>
public static class UtcMicroseconds
{
    public const long PerSecond = 1_000_000;
    public const long PerDay = 86_400 * PerSecond;

    public static long ToMicroseconds(this DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToTime(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
