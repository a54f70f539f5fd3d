using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>What is known of customers, in numbers.</summary>
public sealed class CustomerFactsStore
{
    public CustomerFacts Count(Session session, long customerId) => session.First<CustomerFacts>("""
        SELECT (SELECT COUNT(*) FROM events WHERE customer_id = @customerId) AS events,
               (SELECT COUNT(*) FROM profiles WHERE customer_id = @customerId) AS profiles,
               (SELECT COUNT(*) FROM notes WHERE customer_id = @customerId) AS notes,
               (SELECT COUNT(*) FROM outcomes WHERE customer_id = @customerId) AS outcomes,
               (SELECT COUNT(*) FROM predictions WHERE customer_id = @customerId) AS predictions,
               (SELECT MIN(event_time) FROM events WHERE customer_id = @customerId) AS first_event,
               (SELECT MAX(event_time) FROM events WHERE customer_id = @customerId) AS last_event,
               (SELECT MIN(event_time) FROM notes WHERE customer_id = @customerId) AS first_note,
               (SELECT MAX(event_time) FROM notes WHERE customer_id = @customerId) AS last_note
        """, new { customerId })!;

    /// <summary>Customers whose key begins with <paramref name="prefix"/>, holds <paramref name="search"/> whatever its capitals, and comes after another, by key.</summary>
    public IReadOnlyList<CustomerLine> List(Session session, string prefix, string search, string after, int most) => session.Query<CustomerLine>("""
        SELECT c.key, (SELECT COUNT(*) FROM events e WHERE e.customer_id = c.id) AS events,
               (SELECT MAX(e.event_time) FROM events e WHERE e.customer_id = c.id) AS last_event
        FROM customers c WHERE c.key > @after AND c.key >= @prefix AND SUBSTR(c.key, 1, LENGTH(@prefix)) = @prefix
          AND (@pattern = '' OR LOWER(c.key) LIKE LOWER(@pattern) ESCAPE '!')
        ORDER BY c.key LIMIT @most
        """, new { prefix, pattern = search.Length == 0 ? "" : $"%{search.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%", after, most });

    /// <summary>The next customers by number of whom anything is known: an event, a profile or a note.</summary>
    public IReadOnlyList<KnownCustomer> KnownAfter(Session session, long customerId, int most) => session.Query<KnownCustomer>("""
        SELECT c.id, c.key FROM customers c
        WHERE c.id > @customerId AND (EXISTS (SELECT 1 FROM events e WHERE e.customer_id = c.id) OR EXISTS (SELECT 1 FROM profiles p WHERE p.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM notes n WHERE n.customer_id = c.id))
        ORDER BY c.id LIMIT @most
        """, new { customerId, most });

    /// <summary>Numbers of customers in the order of their keys; 0 for one that is not known.</summary>
    public IReadOnlyList<long> Numbers(Session session, IEnumerable<string> keys)
    {
        using var find = session.Prepare("SELECT id FROM customers WHERE key = $1");
        return [.. keys.Select(key => find.Scalar(key) is long id ? id : 0)];
    }

    public long CountKnown(Session session) => session.Value<long>("""
        SELECT COUNT(*) FROM customers c
        WHERE EXISTS (SELECT 1 FROM events e WHERE e.customer_id = c.id) OR EXISTS (SELECT 1 FROM profiles p WHERE p.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM notes n WHERE n.customer_id = c.id)
        """);
}

/// <summary>How much is known of a customer; times are null where there is nothing.</summary>
public sealed record CustomerFacts(
    long Events,
    long Profiles,
    long Notes,
    long Outcomes,
    long Predictions,
    long? FirstEvent,
    long? LastEvent,
    long? FirstNote,
    long? LastNote);

/// <summary>A customer in a list.</summary>
public sealed record CustomerLine(string Key, long Events, long? LastEvent);

/// <summary>A customer by number and key.</summary>
public sealed record KnownCustomer(long Id, string Key);
