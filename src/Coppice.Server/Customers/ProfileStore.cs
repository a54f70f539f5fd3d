using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Profiles, append-only: what holds from when.</summary>
public sealed class ProfileStore(CustomerStore customers)
{
    private static readonly FactTable<CustomerProfile> Table = new(
        new InsertTable(
            "profiles",
            ("customer_id", ColumnStorage.Whole),
            ("holds_from", ColumnStorage.Whole),
            ("known_time", ColumnStorage.Whole),
            ("attributes", ColumnStorage.Text),
            ("identity", ColumnStorage.Blob)),
        p => p.Customer,
        p => p.HoldsFrom);

    public RecordedFacts Add(Session session, IEnumerable<CustomerProfile> profiles) => Table.Add(session, customers, profiles, static (row, p, customer) =>
    {
        byte[] key = Identity.OfId("profile", $"{p.Customer}\u001f{p.HoldsFrom}\u001f{p.Attributes}");
        row.BindAll(customer, p.HoldsFrom, p.KnownTime, p.Attributes, key);
    });

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM profiles");

    /// <summary>Profiles that became known after one time and not after another, in the order in which they did.</summary>
    public IReadOnlyList<CustomerProfile> KnownBetween(Session session, long after, long until) => session.Query<CustomerProfile>("""
        SELECT c.key AS customer, p.holds_from, p.known_time, p.attributes FROM profiles p JOIN customers c ON c.id = p.customer_id
        WHERE p.known_time > @after AND p.known_time <= @until ORDER BY p.known_time, p.id
        """, new { after, until });

    /// <summary>Profiles of the customers from one number to another, by customer, oldest first.</summary>
    public IReadOnlyDictionary<long, List<StoredProfile>> Load(Session session, long first, long last, long knownBy) => session
        .Query<StoredProfile>("""
            SELECT customer_id, holds_from, known_time, attributes FROM profiles
            WHERE customer_id >= @first AND customer_id <= @last AND known_time <= @knownBy ORDER BY customer_id, holds_from, id
            """, new { first, last, knownBy })
        .GroupBy(p => p.CustomerId)
        .ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>The same for some customers only, who are looked up one by one.</summary>
    public IReadOnlyDictionary<long, List<StoredProfile>> Load(Session session, IEnumerable<long> customerIds, long knownBy)
    {
        using var query = session.Prepare("SELECT holds_from, known_time, attributes FROM profiles WHERE customer_id = $1 AND known_time <= $2 ORDER BY holds_from, id");
        var found = new Dictionary<long, List<StoredProfile>>();
        foreach (long id in customerIds)
        {
            var history = new List<StoredProfile>();
            using (var reader = query.Read(id, knownBy))
            {
                while (reader.Read())
                    history.Add(new StoredProfile(id, reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2)));
            }

            if (history.Count > 0)
                found.Add(id, history);
        }

        return found;
    }
}

/// <summary>A profile as stored.</summary>
public sealed record StoredProfile(long CustomerId, long HoldsFrom, long KnownTime, string Attributes);
