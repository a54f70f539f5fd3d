using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes;

/// <summary>Labelled rows as they were uploaded: inputs and outcome in one.</summary>
public sealed class ExampleStore(CustomerStore customers)
{
    /// <summary>A row passed over costs a fraction of one that is looked up.</summary>
    private const int MostReadForOne = 4;

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

    /// <summary>Inputs of examples by number. Where a good part of those between the first and the last is asked for, they are read in one go.</summary>
    public IReadOnlyDictionary<long, string> Inputs(Session session, IReadOnlySet<long> ids)
    {
        var found = new Dictionary<long, string>(ids.Count);
        if (ids.Count == 0)
            return found;
        long first = ids.Min();
        long last = ids.Max();
        if (last - first < MostReadForOne * (long)ids.Count)
        {
            using var all = session.Prepare("SELECT id, inputs FROM examples WHERE id >= $1 AND id <= $2");
            using var reader = all.Read(first, last);
            while (reader.Read())
            {
                if (ids.Contains(reader.GetInt64(0)))
                    found.Add(reader.GetInt64(0), reader.GetString(1));
            }

            return found;
        }

        using var single = session.Prepare("SELECT inputs FROM examples WHERE id = $1");
        foreach (long id in ids)
        {
            if (single.Scalar(id) is string inputs)
                found.Add(id, inputs);
        }

        return found;
    }

    /// <summary>Whether any row of the examples said itself when it holds.</summary>
    public bool AnyDated(Session session) => session.Value<bool>("SELECT EXISTS (SELECT 1 FROM examples WHERE dated = 1)");
}
