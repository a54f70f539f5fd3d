using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes;

/// <summary>Labelled rows as they were uploaded: inputs and outcome in one.</summary>
public sealed class ExampleStore(CustomerStore customers)
{
    public RecordedFacts Add(Session session, IEnumerable<UploadedExample> examples)
    {
        var numbers = customers.Number(session);
        using var insert = session.Prepare(
            "INSERT INTO examples (customer_id, as_of, known_time, dated, inputs, identity) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
        var identity = new Identity();
        var facts = new RecordedFacts();
        foreach (var e in examples)
        {
            byte[] key = e.Identity ?? IdentityOf(e, identity);
            facts.Count(insert.Execute(numbers[e.Customer], e.AsOf, e.KnownTime, (int)e.Dated, e.Inputs, key), e.AsOf, null);
        }

        facts.NewCustomers = numbers.Added;
        return facts;
    }

    /// <summary>What makes a second sending of a row harmless; equal rows of one sending are told apart.</summary>
    public static byte[] IdentityOf(UploadedExample example, Identity places) => example.Dated == RowDate.Given || example.HasOwnKey
        ? places.OfContent("example", example.Customer, example.Dated == RowDate.Given ? example.AsOf.ToString() : null, example.Inputs)
        : places.OfContent("example", example.Inputs);

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM examples");

    public long LastId(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM examples");

    public IReadOnlyList<StoredExample> Since(Session session, long lastId) => session.Query<StoredExample>(
        "SELECT id, customer_id, as_of, known_time, dated, inputs FROM examples WHERE id > @lastId ORDER BY id", new { lastId });

    public string Inputs(Session session, long id) => session.Value<string>("SELECT inputs FROM examples WHERE id = @id", new { id });

    /// <summary>Whether any row of the examples said itself when it holds.</summary>
    public bool AnyDated(Session session) => session.Value<bool>("SELECT EXISTS (SELECT 1 FROM examples WHERE dated = 1)");
}
