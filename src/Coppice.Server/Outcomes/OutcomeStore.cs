using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes;

/// <summary>Reported outcomes, append-only: a correction is a later row.</summary>
public sealed class OutcomeStore(CustomerStore customers)
{
    public RecordedFacts Add(Session session, IEnumerable<Outcome> outcomes)
    {
        var numbers = customers.Number(session);
        using var insert = session.Prepare(
            "INSERT INTO outcomes (customer_id, name, value, event_time, known_time, identity) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
        var facts = new RecordedFacts();
        foreach (var o in outcomes)
        {
            byte[] key = Identity.OfId("outcome", $"{o.Id ?? o.Customer}\u001f{o.Name}\u001f{o.EventTime}\u001f{o.Value}");
            facts.Count(insert.Execute(numbers[o.Customer], o.Name, o.Value, o.EventTime, o.KnownTime, key), o.EventTime, null);
        }

        facts.NewCustomers = numbers.Added;
        return facts;
    }

    /// <summary>Whom a prediction was about; null where there is no such prediction.</summary>
    public string? CustomerOf(Session session, string predictionId) => session.First<string>(
        "SELECT c.key FROM predictions p JOIN customers c ON c.id = p.customer_id WHERE p.prediction_id = @predictionId", new { predictionId });

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM outcomes");

    public IReadOnlyList<StoredOutcome> Since(Session session, string name, long lastId) => session.Query<StoredOutcome>(
        "SELECT id, customer_id, value, event_time, known_time FROM outcomes WHERE id > @lastId AND name = @name ORDER BY id", new { name, lastId });

    public long LastId(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM outcomes");

    public IReadOnlySet<string> Names(Session session) => session.Query<string>("SELECT DISTINCT name FROM outcomes").ToHashSet();
}

/// <summary>An outcome as stored.</summary>
public sealed record StoredOutcome(long Id, long CustomerId, string Value, long EventTime, long KnownTime);
