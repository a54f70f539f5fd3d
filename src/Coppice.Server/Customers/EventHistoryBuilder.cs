using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Reads rows in any order and lays them out by customer and time, among those laid out before.</summary>
internal sealed class EventHistoryBuilder
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, long> _digests = [];

    /// <summary>Reads what the query gives; the highest number among it, or null where it gave nothing.</summary>
    public long? Read(BulkCommand query, params ReadOnlySpan<object?> values)
    {
        long? last = null;
        using var reader = query.Read(values);
        while (reader.Read())
        {
            last = Math.Max(last ?? 0, reader.GetInt64(8));
            _rows.Add(new Row(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.GetInt64(8),
                reader.GetInt64(2),
                reader.GetInt32(3),
                reader.IsDBNull(4) ? float.NaN : (float)reader.GetDouble(4),
                reader.IsDBNull(5) ? float.NaN : (float)reader.GetDouble(5),
                reader.IsDBNull(6) ? 0 : Digest(reader.GetString(6)),
                reader.IsDBNull(7) ? 0 : Digest(reader.GetString(7))));
        }

        return last;
    }

    /// <summary>
    /// What was read, put among <paramref name="before"/>, whose events were recorded earlier. Only what is new is sorted; the rest is
    /// copied in pieces.
    /// </summary>
    public EventHistory Build(string[] typeNames, EventHistory before)
    {
        _rows.Sort(static (a, b) =>
        {
            int order = a.Customer.CompareTo(b.Customer);
            if (order == 0)
                order = a.EventTime.CompareTo(b.EventTime);
            return order == 0 ? a.Id.CompareTo(b.Id) : order;
        });
        int[] places = [.. _rows.Select(row => PlaceIn(before, row))];
        var (customers, starts) = Customers(before);
        return new EventHistory
        {
            TypeNames = typeNames,
            CustomerIds = customers,
            Starts = starts,
            EventTimes = Column(before.EventTimes, places, r => r.EventTime),
            KnownTimes = Column(before.KnownTimes, places, r => r.KnownTime),
            Types = Column(before.Types, places, r => r.Type),
            Values = Column(before.Values, places, r => r.Value),
            Quantities = Column(before.Quantities, places, r => r.Quantity),
            Sessions = Column(before.Sessions, places, r => r.Session),
            Products = Column(before.Products, places, r => r.Product),
        };
    }

    /// <summary>The first event that comes after the row: of equal times the one recorded earlier stays ahead.</summary>
    private static int PlaceIn(EventHistory before, Row row)
    {
        int customer = before.Find(row.Customer);
        if (customer < 0)
            return before.Starts[~customer];
        int low = before.Starts[customer];
        int high = before.Starts[customer + 1];
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (before.EventTimes[middle] <= row.EventTime)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private (long[] Customers, int[] Starts) Customers(EventHistory before)
    {
        var customers = new List<long>(before.CustomerIds.Length);
        var starts = new List<int>(before.Starts.Length);
        int known = 0;
        int row = 0;
        while (known < before.CustomerIds.Length || row < _rows.Count)
        {
            long customer = Math.Min(
                known < before.CustomerIds.Length ? before.CustomerIds[known] : long.MaxValue,
                row < _rows.Count ? _rows[row].Customer : long.MaxValue);
            customers.Add(customer);
            starts.Add(before.Starts[known] + row);
            if (known < before.CustomerIds.Length && before.CustomerIds[known] == customer)
                known++;
            while (row < _rows.Count && _rows[row].Customer == customer)
                row++;
        }

        starts.Add(before.EventTimes.Length + _rows.Count);
        return ([.. customers], [.. starts]);
    }

    private T[] Column<T>(T[] before, int[] places, Func<Row, T> part)
    {
        var column = new T[before.Length + places.Length];
        int copied = 0;
        for (int i = 0; i < places.Length; i++)
        {
            before.AsSpan(copied, places[i] - copied).CopyTo(column.AsSpan(copied + i));
            column[places[i] + i] = part(_rows[i]);
            copied = places[i];
        }

        before.AsSpan(copied).CopyTo(column.AsSpan(copied + places.Length));
        return column;
    }

    /// <summary>FNV-1a: names only need to be told apart, the same way on every machine.</summary>
    private long Digest(string name)
    {
        if (_digests.TryGetValue(name, out long digest))
            return digest;
        ulong hash = 14695981039346656037UL;
        foreach (char c in name)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        digest = hash == 0 ? 1 : (long)hash;
        _digests.Add(name, digest);
        return digest;
    }

    private readonly record struct Row(
        long Customer,
        long EventTime,
        long Id,
        long KnownTime,
        int Type,
        float Value,
        float Quantity,
        long Session,
        long Product);
}
