using Coppice.Server.Labels;
using Coppice.Server.Statistics;

namespace Coppice.Server.Drift;

/// <summary>
/// The newest row of each customer, for a sample of customers that no order of the rows changes. One row per customer, or the rows would count as more
/// than they are worth; a bounded number, so that a window costs no more memory the more is asked.
/// </summary>
public sealed class CustomerSample
{
    /// <summary>Enough to find whatever is large enough to matter.</summary>
    private const int Most = 5_000;

    private const ulong Salt = 0x64726966745F7631;

    private readonly Dictionary<long, SampledRow> _rows = [];
    private ulong _bound = ulong.MaxValue;

    /// <summary>Rows that were offered.</summary>
    public long Offered { get; private set; }

    /// <summary>The number of the last row that was offered; 0 before the first.</summary>
    public long Last { get; private set; }

    public int Count => _rows.Count;

    public void Add(long customer, long id, long asOf, double value)
    {
        Offered++;
        Last = Math.Max(Last, id);
        if (HashOf(customer) > _bound)
            return;
        _rows[customer] = new SampledRow(customer, id, asOf, value);
        while (_rows.Count > 2 * Most)
            Narrow();
    }

    /// <summary>By customer.</summary>
    public IReadOnlyList<SampledRow> Rows() =>
        [.. (_rows.Count <= Most ? _rows.Values : _rows.Values.OrderBy(row => HashOf(row.Customer)).Take(Most)).OrderBy(row => row.Customer)];

    private void Narrow()
    {
        _bound /= 2;
        foreach (long customer in _rows.Keys.Where(customer => HashOf(customer) > _bound).ToList())
            _rows.Remove(customer);
    }

    /// <summary>A number that has nothing to do with when a customer came.</summary>
    public static ulong HashOf(long customer) => new SplitMix64(unchecked((ulong)customer * 0xD1342543DE82EF95UL) ^ Salt).Next();
}

/// <summary>A row of a sample: whose, its number, the time it is for and what it says.</summary>
public sealed record SampledRow(long Customer, long Id, long AsOf, double Value)
{
    /// <summary>A prediction as if its label were known: what was recorded with an answer is read in one place.</summary>
    internal Label AsLabel() => new(0, Customer, AsOf, LabelSource.Logged, Id, 0, 1, 0);
}
