using Coppice.Server.Customers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>Applies a window policy: what happened from the as-of time up to, not including, the end of the window.</summary>
public sealed class LabelWindow
{
    private readonly LabelPolicy _policy;
    private readonly bool[] _counts;

    public LabelWindow(LabelPolicy policy, EventHistory history)
    {
        _policy = policy;
        IReadOnlyList<string> types = policy switch
        {
            EventWithin p => p.EventTypes,
            NoEventWithin p => p.EventTypes,
            SumWithin p => [p.EventType],
            _ => throw new ArgumentException($"{policy.GetType().Name} has no window of events.", nameof(policy)),
        };
        _counts = [.. history.TypeNames.Select(types.Contains)];
        Length = policy.Window.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>Length of the window in microseconds.</summary>
    public long Length { get; }

    /// <summary>The truth about the customer at place <paramref name="customer"/> of the history, as known at <paramref name="knownBy"/>.</summary>
    public WindowTruth Judge(EventHistory history, int customer, long asOf, long knownBy)
    {
        double sum = 0;
        int count = 0;
        long? first = null;
        long known = 0;
        int end = customer < 0 ? 0 : history.Starts[customer + 1];
        int start = customer < 0 ? 0 : history.Starts[customer];
        int i = start + Array.BinarySearch(history.EventTimes, start, end - start, asOf) switch
        {
            < 0 and var missing => ~missing - start,
            var found => found - start,
        };
        while (i > start && history.EventTimes[i - 1] >= asOf)
            i--;
        for (; i < end && history.EventTimes[i] < asOf + Length; i++)
        {
            if (!_counts[history.Types[i]] || history.KnownTimes[i] > knownBy)
                continue;
            count++;
            first ??= history.EventTimes[i];
            known = Math.Max(known, history.KnownTimes[i]);
            if (!float.IsNaN(history.Values[i]))
                sum += history.Values[i];
        }

        return _policy switch
        {
            EventWithin => new WindowTruth(count > 0 ? 1 : 0, first, known),
            NoEventWithin => new WindowTruth(count > 0 ? 0 : 1, first, known),
            _ => new WindowTruth(sum, first, known),
        };
    }

    /// <summary>Whether anything of the customer was known before a time: only then is there somebody to predict about.</summary>
    public static bool KnownBefore(EventHistory history, int customer, long asOf)
    {
        for (int i = history.Starts[customer]; i < history.Starts[customer + 1] && history.EventTimes[i] < asOf; i++)
        {
            if (history.KnownTimes[i] <= asOf)
                return true;
        }

        return false;
    }
}
