using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Customers by key.</summary>
public sealed class CustomerStore
{
    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM customers");

    public long? Find(Session session, string key) => session.First<long?>("SELECT id FROM customers WHERE key = @key", new { key });

    public IReadOnlyDictionary<long, string> Keys(Session session) =>
        session.Query<(long Id, string Key)>("SELECT id, key FROM customers").ToDictionary(c => c.Id, c => c.Key);

    /// <summary>Numbers for keys within one transaction; unknown keys become customers.</summary>
    public CustomerNumbers Number(Session session) => new(session);
}
