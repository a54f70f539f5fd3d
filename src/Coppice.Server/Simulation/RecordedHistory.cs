using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Simulation;

/// <summary>Copies recorded facts into another workspace in the order in which they became known.</summary>
internal sealed class RecordedHistory(Database source, Database target)
{
    private long _knownUntil = long.MinValue;

    /// <summary>First and last time at which an event became known; null where there is none.</summary>
    public (long First, long Last)? Range() => source.Read(session =>
        session.First<(long?, long?)>("SELECT MIN(known_time), MAX(known_time) FROM events") is ({ } first, { } last) ? (first, last) : ((long, long)?)null);

    /// <summary>Everything that became known up to a time and was not copied before.</summary>
    public void CopyUntil(long time)
    {
        var window = new { after = _knownUntil, until = time };
        var (events, profiles) = source.Read(session => (
            session.Query<EventRow>("""
                SELECT c.key AS customer, t.name AS type, e.event_time, e.known_time, e.value, e.quantity, e.session, e.product, e.id
                FROM events e JOIN customers c ON c.id = e.customer_id JOIN event_types t ON t.id = e.type_id
                WHERE e.known_time > @after AND e.known_time <= @until ORDER BY e.known_time, e.id
                """, window),
            session.Query<ProfileRow>("""
                SELECT c.key AS customer, p.holds_from, p.known_time, p.attributes FROM profiles p JOIN customers c ON c.id = p.customer_id
                WHERE p.known_time > @after AND p.known_time <= @until ORDER BY p.known_time, p.id
                """, window)));
        _knownUntil = time;
        if (events.Count + profiles.Count == 0)
            return;
        var customers = new CustomerStore();
        target.Write(session =>
        {
            new EventStore(customers, new EventHistoryCache()).Add(session, events.Select(e => new CustomerEvent(e.Customer, e.Type, e.EventTime, e.KnownTime)
            {
                Value = e.Value,
                Quantity = e.Quantity,
                Session = e.Session,
                Product = e.Product,
                Id = e.Id.ToString(),
            }));
            new ProfileStore(customers).Add(session, profiles.Select(p => new CustomerProfile(p.Customer, p.HoldsFrom, p.KnownTime, p.Attributes)));
        });
    }

    private sealed record EventRow(string Customer, string Type, long EventTime, long KnownTime, double? Value, double? Quantity, string? Session, string? Product, long Id);

    private sealed record ProfileRow(string Customer, long HoldsFrom, long KnownTime, string Attributes);
}
