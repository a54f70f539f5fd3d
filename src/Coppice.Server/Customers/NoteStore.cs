using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Notes, append-only.</summary>
public sealed class NoteStore(CustomerStore customers)
{
    public RecordedFacts Add(Session session, IEnumerable<CustomerNote> notes)
    {
        var numbers = customers.Number(session);
        using var insert = session.Prepare(
            "INSERT INTO notes (customer_id, event_time, known_time, language, text, identity) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
        var facts = new RecordedFacts();
        foreach (var n in notes)
        {
            byte[] key = Identity.OfId("note", n.Id ?? $"{n.Customer}\u001f{n.EventTime}\u001f{n.Text}");
            facts.Count(insert.Execute(numbers[n.Customer], n.EventTime, n.KnownTime, n.Language, n.Text, key), n.EventTime, null);
        }

        facts.NewCustomers = numbers.Added;
        return facts;
    }

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM notes");
}
