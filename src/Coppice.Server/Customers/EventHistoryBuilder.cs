using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Reads rows in any order and lays them out by customer and time.</summary>
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

    public EventHistory Build(string[] typeNames)
    {
        _rows.Sort(static (a, b) =>
        {
            int order = a.Customer.CompareTo(b.Customer);
            if (order == 0)
                order = a.EventTime.CompareTo(b.EventTime);
            return order == 0 ? a.Id.CompareTo(b.Id) : order;
        });
        var customers = new List<long>();
        var starts = new List<int>();
        for (int i = 0; i < _rows.Count; i++)
        {
            if (i > 0 && _rows[i].Customer == _rows[i - 1].Customer)
                continue;
            customers.Add(_rows[i].Customer);
            starts.Add(i);
        }

        starts.Add(_rows.Count);
        return new EventHistory
        {
            TypeNames = typeNames,
            CustomerIds = [.. customers],
            Starts = [.. starts],
            EventTimes = Column(r => r.EventTime),
            KnownTimes = Column(r => r.KnownTime),
            Types = Column(r => r.Type),
            Values = Column(r => r.Value),
            Quantities = Column(r => r.Quantity),
            Sessions = Column(r => r.Session),
            Products = Column(r => r.Product),
        };
    }

    private T[] Column<T>(Func<Row, T> part)
    {
        var column = new T[_rows.Count];
        for (int i = 0; i < column.Length; i++)
            column[i] = part(_rows[i]);
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
