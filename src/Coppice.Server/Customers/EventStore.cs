using System.Buffers;
using System.Runtime.InteropServices;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Events, append-only.</summary>
public sealed class EventStore(EventHistoryCache cache)
{
    internal const string WithinWindow = """
        SELECT type_id, event_time, known_time, value FROM events
        WHERE customer_id = $1 AND event_time >= $2 AND event_time < $3 ORDER BY event_time, id
        """;
    internal const string AnyKnownBefore = "SELECT 1 FROM events WHERE customer_id = $1 AND event_time < $2 AND known_time <= $2 LIMIT 1";

    internal static readonly KeyTable TypeTable = new("event_types", "name");

    private static readonly InsertTable Table = new(
        "events",
        ("customer_id", ColumnStorage.Whole),
        ("type_id", ColumnStorage.Whole),
        ("event_time", ColumnStorage.Whole),
        ("known_time", ColumnStorage.Whole),
        ("value", ColumnStorage.Real),
        ("quantity", ColumnStorage.Real),
        ("session", ColumnStorage.Text),
        ("product", ColumnStorage.Text),
        ("properties", ColumnStorage.Text),
        ("sender_id", ColumnStorage.Text),
        ("identity", ColumnStorage.Blob));

    /// <summary>For one sending of many batches: what they have in common is asked for once.</summary>
    public EventNumbers Number() => new();

    /// <summary>Adds what is new and counts what is already known.</summary>
    public RecordedFacts Add(Session session, IEnumerable<CustomerEvent> events)
    {
        var facts = new RecordedFacts();
        var numbers = Number();
        var identity = new Identity();
        var batch = new EventBatch();
        foreach (var some in events.Chunk(BulkInsert.Batch))
        {
            batch.Clear();
            foreach (var e in some)
                batch.Add(e, identity);
            Add(session, batch, numbers, facts);
        }

        return facts;
    }

    /// <summary>Adds what is new of a batch and counts what is already known.</summary>
    public void Add(Session session, EventBatch batch, EventNumbers numbers, RecordedFacts facts)
    {
        numbers.Customers.Trim();
        var rows = batch.Rows;
        int[] places = ArrayPool<int>.Shared.Rent(2 * rows.Length);
        var order = ArrayPool<(long Customer, long EventTime, int Index)>.Shared.Rent(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            places[2 * i] = numbers.Customers.PlaceOf(batch.Text(rows[i].Customer));
            places[(2 * i) + 1] = numbers.Types.PlaceOf(batch.Text(rows[i].Type));
        }

        facts.NewCustomers += numbers.Customers.Resolve(session);
        numbers.Types.Resolve(session);
        for (int i = 0; i < rows.Length; i++)
            order[i] = (numbers.Customers[places[2 * i]], rows[i].EventTime, i);
        // In the order of their index neighbours go to the same page, and a commit writes each page once.
        order.AsSpan(0, rows.Length).Sort();
        using var insert = session.Insert(Table);
        for (int from = 0; from < rows.Length; from += BulkInsert.Batch)
        {
            var some = order.AsSpan(from, Math.Min(BulkInsert.Batch, rows.Length - from));
            foreach (var row in some)
                Bind(insert, batch, row.Index, row.Customer, numbers.Types[places[(2 * row.Index) + 1]]);
            var ids = insert.Flush();
            for (int i = 0; i < some.Length; i++)
                facts.Count(ids[i] == 0 ? 0 : 1, some[i].EventTime, double.IsNaN(rows[some[i].Index].Value) ? null : rows[some[i].Index].Value);
        }

        ArrayPool<(long Customer, long EventTime, int Index)>.Shared.Return(order);
        ArrayPool<int>.Shared.Return(places);
    }

    private static void Bind(BulkInsert insert, EventBatch batch, int index, long customer, long type)
    {
        ref readonly var row = ref batch.Rows[index];
        insert.Bind(1, customer);
        insert.Bind(2, type);
        insert.Bind(3, row.EventTime);
        insert.Bind(4, row.KnownTime);
        Bind(insert, 5, row.Value);
        Bind(insert, 6, row.Quantity);
        Bind(insert, 7, batch, row.Session);
        Bind(insert, 8, batch, row.Product);
        Bind(insert, 9, batch, row.Properties);
        Bind(insert, 10, batch, row.Id);
        var identity = row.Identity;
        insert.BindBlob(11, MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in identity)));
        insert.Next();
    }

    private static void Bind(BulkInsert insert, int place, double value)
    {
        if (double.IsNaN(value))
            insert.BindNull(place);
        else
            insert.Bind(place, value);
    }

    private static void Bind(BulkInsert insert, int place, EventBatch batch, TextSlice text)
    {
        if (text.Length == 0)
            insert.BindNull(place);
        else
            insert.BindText(place, batch.Text(text));
    }

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM events");

    public long LastId(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM events");

    /// <summary>When the events after a number happened, first and last; null where there are none.</summary>
    public (long First, long Last)? TimesSince(Session session, long lastId) =>
        session.First<(long?, long?)>("SELECT MIN(event_time), MAX(event_time) FROM events WHERE id > @lastId", new { lastId }) is ({ } first, { } last)
            ? (first, last)
            : null;

    public long? LastTime(Session session) => session.First<long?>("SELECT MAX(event_time) FROM events");

    public IReadOnlyList<EventTypeCount> CountByType(Session session) => session.Query<EventTypeCount>("""
        SELECT t.name, COUNT(*) AS count, MIN(e.event_time) AS first, MAX(e.event_time) AS last, SUM(e.value) AS value_sum
        FROM events e JOIN event_types t ON t.id = e.type_id GROUP BY t.id ORDER BY COUNT(*) DESC, t.name
        """);

    /// <summary>Which columns each type of event fills, as far as was known at <paramref name="knownBy"/>; most frequent first.</summary>
    public IReadOnlyList<EventTypeUse> Uses(Session session, long knownBy) => session.Query<EventTypeUse>("""
        SELECT t.name, COUNT(*) AS count, COUNT(e.value) AS "values", COUNT(e.quantity) AS quantities, COUNT(e.product) AS products, COUNT(e.session) AS sessions,
               SUM(CASE WHEN e.value < 0 OR e.quantity < 0 THEN 1 ELSE 0 END) AS returns, MIN(e.event_time) AS first
        FROM events e JOIN event_types t ON t.id = e.type_id WHERE e.known_time <= @knownBy GROUP BY t.id ORDER BY COUNT(*) DESC, t.name
        """, new { knownBy });

    /// <summary>Every event, grouped by customer and ordered by when it happened. It may hold events known only later.</summary>
    public EventHistory Load(Session session) => cache.Read(session, Columns, () => TypeNames(session));

    /// <summary>As much of it as is in memory already, and up to which event; null where nothing is.</summary>
    internal (EventHistory History, long LastId)? Loaded => cache.Peek();

    /// <summary>The same for some customers only.</summary>
    public EventHistory Load(Session session, IEnumerable<long> customerIds)
    {
        using var query = session.Prepare(Columns + "WHERE customer_id = $1");
        var history = new EventHistoryBuilder();
        foreach (long id in customerIds)
            history.Read(query, id);
        return history.Build(TypeNames(session), EventHistory.Nothing);
    }

    /// <summary>First and last time at which an event became known; null where there is none.</summary>
    public (long First, long Last)? KnownRange(Session session) =>
        session.First<(long?, long?)>("SELECT MIN(known_time), MAX(known_time) FROM events") is ({ } first, { } last) ? (first, last) : null;

    /// <summary>Events that became known after one time and not after another, in the order in which they did; their number is their id.</summary>
    public IReadOnlyList<CustomerEvent> KnownBetween(Session session, long after, long until) => [.. session.Query<KnownEvent>("""
        SELECT c.key AS customer, t.name AS type, e.event_time, e.known_time, e.value, e.quantity, e.session, e.product, e.id
        FROM events e JOIN customers c ON c.id = e.customer_id JOIN event_types t ON t.id = e.type_id
        WHERE e.known_time > @after AND e.known_time <= @until ORDER BY e.known_time, e.id
        """, new { after, until }).Select(e => new CustomerEvent(e.Customer, e.Type, e.EventTime, e.KnownTime)
        {
            Value = e.Value,
            Quantity = e.Quantity,
            Session = e.Session,
            Product = e.Product,
            Id = e.Id.ToString(),
        })];

    /// <summary>
    /// Customers with something new since <paramref name="lastId"/> and the earliest time of it. The plus keeps SQLite from walking the
    /// index over all customers to group what is a handful of new rows.
    /// </summary>
    public IReadOnlyList<(long CustomerId, long EventTime)> EarliestSince(Session session, long lastId) => session.Query<(long, long)>(
        "SELECT +customer_id, MIN(event_time) FROM events WHERE id > @lastId GROUP BY +customer_id", new { lastId });

    private const string Columns = "SELECT customer_id, event_time, known_time, type_id, value, quantity, session, product, id FROM events ";

    /// <summary>Looks at single customers within a time.</summary>
    internal static EventWindowReader Within(Session session) => new(session);

    /// <summary>Names of types by their number; null where a number has none.</summary>
    internal static string[] TypeNames(Session session)
    {
        var types = session.Query<(long Id, string Name)>("SELECT id, name FROM event_types ORDER BY id");
        string[] names = new string[types.Count == 0 ? 1 : types[^1].Id + 1];
        foreach (var (id, name) in types)
            names[id] = name;
        return names;
    }

    private sealed record KnownEvent(string Customer, string Type, long EventTime, long KnownTime, double? Value, double? Quantity, string? Session, string? Product, long Id);
}
