using Coppice.Server.Customers;

namespace Coppice.Server.Labels;

/// <summary>Facts from the whole history in memory.</summary>
internal sealed class HistoryFacts(EventHistory history, LabelWindow window) : IWindowFacts
{
    public IReadOnlyList<long> CustomerIds => history.CustomerIds;

    public WindowTruth Judge(long customerId, long asOf, long knownBy)
    {
        var tally = window.Count(knownBy);
        int customer = history.Find(customerId);
        int end = customer < 0 ? 0 : history.Starts[customer + 1];
        int start = customer < 0 ? 0 : history.Starts[customer];
        for (int i = FirstAt(start, end, asOf); i < end && history.EventTimes[i] < asOf + window.Length; i++)
            tally.Add(new WindowEvent(history.Types[i], history.EventTimes[i], history.KnownTimes[i], history.Values[i]));
        return tally.Truth();
    }

    public bool KnownBefore(long customerId, long asOf)
    {
        int customer = history.Find(customerId);
        if (customer < 0)
            return false;
        for (int i = history.Starts[customer]; i < history.Starts[customer + 1] && history.EventTimes[i] < asOf; i++)
        {
            if (history.KnownTimes[i] <= asOf)
                return true;
        }

        return false;
    }

    private int FirstAt(int start, int end, long time)
    {
        int i = Array.BinarySearch(history.EventTimes, start, end - start, time);
        if (i < 0)
            return ~i;
        while (i > start && history.EventTimes[i - 1] >= time)
            i--;
        return i;
    }
}
