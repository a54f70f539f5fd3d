using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes;

/// <summary>Labelled rows as they were uploaded: inputs and outcome in one.</summary>
public sealed class ExampleStore(CustomerStore customers)
{
    private static readonly FactTable<UploadedExample> Table = new(
        new InsertTable(
            "examples",
            ("customer_id", ColumnStorage.Whole),
            ("as_of", ColumnStorage.Whole),
            ("known_time", ColumnStorage.Whole),
            ("dated", ColumnStorage.Whole),
            ("inputs", ColumnStorage.Text),
            ("identity", ColumnStorage.Blob)),
        e => e.Customer,
        e => e.AsOf);

    public RecordedFacts Add(Session session, IEnumerable<UploadedExample> examples)
    {
        var places = new Identity();
        return Table.Add(session, customers, examples, (row, e, customer) =>
            row.BindAll(customer, e.AsOf, e.KnownTime, e.Dated, e.Inputs, e.Identity ?? IdentityOf(e, places)));
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
