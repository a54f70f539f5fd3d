using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes;

/// <summary>Reported outcomes, append-only: a correction is a later row.</summary>
public sealed class OutcomeStore(CustomerStore customers)
{
    private static readonly FactTable<Outcome> Table = new(
        new InsertTable(
            "outcomes",
            ("customer_id", ColumnStorage.Whole),
            ("name", ColumnStorage.Text),
            ("value", ColumnStorage.Text),
            ("event_time", ColumnStorage.Whole),
            ("known_time", ColumnStorage.Whole),
            ("identity", ColumnStorage.Blob)),
        o => o.Customer,
        o => o.EventTime);

    public RecordedFacts Add(Session session, IEnumerable<Outcome> outcomes) => Table.Add(session, customers, outcomes, static (row, o, customer) =>
    {
        byte[] key = Identity.OfId("outcome", $"{o.Id ?? o.Customer}\u001f{o.Name}\u001f{o.EventTime}\u001f{o.Value}");
        row.BindAll(customer, o.Name, o.Value, o.EventTime, o.KnownTime, key);
    });

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
