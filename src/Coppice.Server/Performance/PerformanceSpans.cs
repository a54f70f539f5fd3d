namespace Coppice.Server.Performance;

/// <summary>Stretches of time that performance is told by.</summary>
public static class PerformanceSpans
{
    public const string Week = "week";
    public const string Month = "month";
}
