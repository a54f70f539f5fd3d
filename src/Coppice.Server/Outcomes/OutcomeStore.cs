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
            ("prediction_number", ColumnStorage.Whole),
            ("identity", ColumnStorage.Blob)),
        o => o.Customer,
        o => o.EventTime);

    public RecordedFacts Add(Session session, IEnumerable<Outcome> outcomes) => Table.Add(session, customers, outcomes, static (row, o, customer) =>
    {
        string about = o.Id ?? (o.PredictionNumber is { } number ? $"{o.Customer}\u001f{number}" : o.Customer);
        byte[] key = Identity.OfId("outcome", $"{about}\u001f{o.Name}\u001f{o.EventTime}\u001f{o.Value}");
        row.BindAll(customer, o.Name, o.Value, o.EventTime, o.KnownTime, o.PredictionNumber, key);
    });

    /// <summary>The number of a prediction, and whom it was about; null where there is no such prediction.</summary>
    public (long Number, string Customer)? FindPrediction(Session session, string predictionId) => session.Query<(long, string)>(
        "SELECT p.id, c.key FROM predictions p JOIN customers c ON c.id = p.customer_id WHERE p.prediction_id = @predictionId", new { predictionId }) is [var found]
        ? found
        : null;

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM outcomes");

    public IReadOnlyList<StoredOutcome> Since(Session session, string name, long lastId) => session.Query<StoredOutcome>(
        """
        SELECT o.id, o.customer_id, o.value, o.event_time, o.known_time, o.prediction_number, p.model_id AS asked_of, p.as_of AS asked_at
        FROM outcomes o LEFT JOIN predictions p ON p.id = o.prediction_number WHERE o.id > @lastId AND o.name = @name ORDER BY o.id
        """, new { name, lastId });

    public long LastId(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM outcomes");

    public IReadOnlySet<string> Names(Session session) => session.Query<string>("SELECT DISTINCT name FROM outcomes").ToHashSet();
}

/// <summary>An outcome as stored, with the model and the time of the prediction it names; null where it names only a customer.</summary>
public sealed record StoredOutcome(long Id, long CustomerId, string Value, long EventTime, long KnownTime, long? PredictionNumber, long? AskedOf, long? AskedAt);
