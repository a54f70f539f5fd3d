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
}
