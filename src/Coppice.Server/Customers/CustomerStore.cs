using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Customers by key.</summary>
public sealed class CustomerStore
{
    internal static readonly KeyTable KeyTable = new("customers", "key");

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM customers");

    /// <summary>Customers evenly spread over all: cheap, the same every time, blind to who they are.</summary>
    public IReadOnlyList<long> Spread(Session session, int most)
    {
        long stride = Math.Max(1, session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM customers") / most);
        return session.Query<long>("SELECT id FROM customers WHERE id % @stride = 0 ORDER BY id", new { stride });
    }

    /// <summary>The number of one key, given as UTF-8; an unknown key becomes a customer.</summary>
    public long Number(Session session, ReadOnlySpan<byte> key)
    {
        using (var find = session.Prepare("SELECT id FROM customers WHERE key = $1"))
        {
            find.BindText(1, key);
            bool isKnown = find.Step();
            long known = isKnown ? find.GetInt64(0) : 0;
            find.Reset();
            if (isKnown)
                return known;
        }

        using var add = session.Prepare("INSERT INTO customers (key) VALUES ($1) RETURNING id");
        add.BindText(1, key);
        add.Step();
        long number = add.GetInt64(0);
        add.Reset();
        return number;
    }

    public long? Find(Session session, string key) => session.First<long?>("SELECT id FROM customers WHERE key = @key", new { key });

    public string Key(Session session, long id) => session.Value<string>("SELECT key FROM customers WHERE id = @id", new { id });

    public IReadOnlyDictionary<long, string> Keys(Session session) =>
        session.Query<(long Id, string Key)>("SELECT id, key FROM customers").ToDictionary(c => c.Id, c => c.Key);

    /// <summary>Numbers for keys within one transaction; unknown keys become customers.</summary>
    public CustomerNumbers Number(Session session) => new(session);
}
