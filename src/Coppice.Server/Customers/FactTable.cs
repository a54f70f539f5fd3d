using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>A table of facts about customers, to which many are added at a time, each once. The customer's number is its first column.</summary>
internal sealed class FactTable<T>(InsertTable table, Func<T, string> customerOf, Func<T, long> timeOf)
{
    /// <summary>Adds what is new and counts what is already known; <paramref name="bind"/> is given the row, the fact and its customer's number.</summary>
    public RecordedFacts Add(Session session, CustomerStore customers, IEnumerable<T> facts, Action<RowBinder, T, long> bind)
    {
        var recorded = new RecordedFacts();
        var numbers = customers.Number(session);
        using var insert = session.Insert(table);
        foreach (var some in facts.Chunk(BulkInsert.Batch))
        {
            numbers.Learn(some.Select(customerOf));
            foreach (var fact in some)
            {
                bind(insert, fact, numbers[customerOf(fact)]);
                insert.Next();
            }

            var ids = insert.Flush();
            for (int i = 0; i < some.Length; i++)
                recorded.Count(ids[i] == 0 ? 0 : 1, timeOf(some[i]), null);
        }

        recorded.NewCustomers = numbers.Added;
        return recorded;
    }
}
