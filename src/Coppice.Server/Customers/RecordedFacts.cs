namespace Coppice.Server.Customers;

/// <summary>What recording a batch came to.</summary>
public sealed class RecordedFacts
{
    public long Added { get; private set; }

    public long AlreadyKnown { get; private set; }

    public long NewCustomers { get; set; }

    public long? First { get; private set; }

    public long? Last { get; private set; }

    public double? ValueSum { get; private set; }

    public void Count(int added, long time, double? value)
    {
        if (added == 0)
        {
            AlreadyKnown++;
            return;
        }

        Added++;
        First = First is { } first ? Math.Min(first, time) : time;
        Last = Last is { } last ? Math.Max(last, time) : time;
        if (value is { } amount)
            ValueSum = (ValueSum ?? 0) + amount;
    }
}
