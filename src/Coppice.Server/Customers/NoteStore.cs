using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Notes, append-only.</summary>
public sealed class NoteStore(CustomerStore customers, NoteHistoryCache cache)
{
    private const string Columns = "SELECT id, customer_id, event_time, known_time, language FROM notes ";

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

    /// <summary>Notes that became known after one time and not after another, in that order.</summary>
    public IReadOnlyList<CustomerNote> KnownBetween(Session session, long after, long until) => [.. session.Query<KnownNote>("""
        SELECT c.key AS customer, n.event_time, n.known_time, n.language, n.text, n.id FROM notes n JOIN customers c ON c.id = n.customer_id
        WHERE n.known_time > @after AND n.known_time <= @until ORDER BY n.known_time, n.id
        """, new { after, until }).Select(n => new CustomerNote(n.Customer, n.EventTime, n.KnownTime, n.Language, n.Text) { Id = n.Id.ToString() })];

    /// <summary>Every note, without its text. It may hold notes known only later.</summary>
    public NoteHistory Load(Session session)
    {
        using var since = session.Prepare(Columns + "WHERE id > $1");
        return cache.Read(since);
    }

    /// <summary>The same for some customers only.</summary>
    public NoteHistory Load(Session session, IEnumerable<long> customerIds)
    {
        using var query = session.Prepare(Columns + "WHERE customer_id = $1");
        return NoteHistory.Nothing.With([.. customerIds.SelectMany(id => Read(query, id))]);
    }

    /// <summary>Looks up texts of single notes.</summary>
    public static NoteTexts Texts(Session session) => new(session.Prepare("SELECT text FROM notes WHERE id = $1"));

    internal static List<StoredNote> Read(BulkCommand query, long number)
    {
        var notes = new List<StoredNote>();
        var languages = new Dictionary<string, string>();
        using var reader = query.Read(number);
        while (reader.Read())
        {
            // A handful of words, kept once.
            string? language = reader.IsDBNull(4) ? null : reader.GetString(4);
            if (language is not null && !languages.TryAdd(language, language))
                language = languages[language];
            notes.Add(new StoredNote(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), language));
        }

        return notes;
    }

    /// <summary>The texts that were known at a time, in the order of recording, the newest where there are more than <paramref name="most"/>.</summary>
    public IReadOnlyList<StoredNoteText> Texts(Session session, long knownBy, int most) => session.Query<StoredNoteText>(
        "SELECT customer_id, text FROM (SELECT id, customer_id, text FROM notes WHERE known_time <= @knownBy ORDER BY id DESC LIMIT @most) AS newest ORDER BY id",
        new { knownBy, most });

    private sealed record KnownNote(string Customer, long EventTime, long KnownTime, string? Language, string Text, long Id);
}

/// <summary>What a note says, and about whom.</summary>
public sealed record StoredNoteText(long CustomerId, string Text);
