using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Notes, append-only.</summary>
public sealed class NoteStore(CustomerStore customers)
{
    private static readonly FactTable<CustomerNote> Table = new(
        new InsertTable(
            "notes",
            ("customer_id", ColumnStorage.Whole),
            ("event_time", ColumnStorage.Whole),
            ("known_time", ColumnStorage.Whole),
            ("language", ColumnStorage.Text),
            ("text", ColumnStorage.Text),
            ("identity", ColumnStorage.Blob)),
        n => n.Customer,
        n => n.EventTime);

    public RecordedFacts Add(Session session, IEnumerable<CustomerNote> notes) => Table.Add(session, customers, notes, static (row, n, customer) =>
    {
        byte[] key = Identity.OfId("note", n.Id ?? $"{n.Customer}\u001f{n.EventTime}\u001f{n.Text}");
        row.BindAll(customer, n.EventTime, n.KnownTime, n.Language, n.Text, key);
    });

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM notes");

    /// <summary>Notes of the customers from one number to another, by customer, oldest first.</summary>
    public IReadOnlyDictionary<long, List<StoredNote>> Load(Session session, long first, long last, long knownBy) => session
        .Query<StoredNote>("""
            SELECT customer_id, event_time, known_time, language, text FROM notes
            WHERE customer_id >= @first AND customer_id <= @last AND known_time <= @knownBy ORDER BY customer_id, event_time, id
            """, new { first, last, knownBy })
        .GroupBy(n => n.CustomerId)
        .ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>The same for some customers only, who are looked up one by one.</summary>
    public IReadOnlyDictionary<long, List<StoredNote>> Load(Session session, IEnumerable<long> customerIds, long knownBy)
    {
        using var query = session.Prepare(
            "SELECT event_time, known_time, language, text FROM notes WHERE customer_id = $1 AND known_time <= $2 ORDER BY event_time, id");
        var found = new Dictionary<long, List<StoredNote>>();
        foreach (long id in customerIds)
        {
            var history = new List<StoredNote>();
            using (var reader = query.Read(id, knownBy))
            {
                while (reader.Read())
                    history.Add(new StoredNote(id, reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3)));
            }

            if (history.Count > 0)
                found.Add(id, history);
        }

        return found;
    }

    /// <summary>The texts that were known at a time, in the order of recording, the newest where there are more than <paramref name="most"/>.</summary>
    public IReadOnlyList<StoredNoteText> Texts(Session session, long knownBy, int most) => session.Query<StoredNoteText>(
        "SELECT customer_id, text FROM (SELECT id, customer_id, text FROM notes WHERE known_time <= @knownBy ORDER BY id DESC LIMIT @most) AS newest ORDER BY id",
        new { knownBy, most });
}

/// <summary>A note as stored.</summary>
public sealed record StoredNote(long CustomerId, long EventTime, long KnownTime, string? Language, string Text);

/// <summary>What a note says, and about whom.</summary>
public sealed record StoredNoteText(long CustomerId, string Text);
