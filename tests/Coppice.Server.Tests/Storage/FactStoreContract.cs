using Coppice.Server.Audit;
using Coppice.Server.Customers;
using Coppice.Server.Outcomes;
using Coppice.Server.Quality;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Storage;

/// <summary>Stores of what customers did and what is known of them.</summary>
public abstract class FactStoreContract : IDisposable
{
    private readonly Workspace _workspace;

    private protected FactStoreContract(DatabaseKind kind) => _workspace = new Workspace(kind, SomeModel.Purchase);

    [Fact]
    public void Two_equal_events_of_one_sending_are_two_and_a_second_sending_is_none()
    {
        CustomerEvent[] events = [Workspace.Event("a", "purchase", 1, 10), Workspace.Event("a", "purchase", 1, 10), Workspace.Event("b", "visit", 2)];

        var first = _workspace.Record(events);
        var again = _workspace.Record(events);

        Assert.Equal((3, 0, 2, 20.0), (first.Added, first.AlreadyKnown, first.NewCustomers, first.ValueSum));
        Assert.Equal((Workspace.At(1), Workspace.At(2)), (first.First, first.Last));
        Assert.Equal((0, 3, 0), (again.Added, again.AlreadyKnown, again.NewCustomers));
    }

    [Fact]
    public void A_sender_s_id_names_one_event_whenever_and_whoever_it_is_said_of()
    {
        _workspace.Record(Workspace.Event("a", "purchase", 1, 10) with { Id = "o1" });

        var again = _workspace.Record(
            Workspace.Event("a", "purchase", 2, 10) with { Id = "o1" },
            Workspace.Event("b", "purchase", 1, 10) with { Id = "o1" },
            Workspace.Event("a", "purchase", 1, 10) with { Id = "o2" });

        Assert.Equal((1, 2), (again.Added, again.AlreadyKnown));
    }

    [Fact]
    public void Many_events_some_of_them_known_are_counted_one_by_one()
    {
        CustomerEvent[] events = [.. Enumerable.Range(0, 6_000).Select(i => Workspace.Event($"c{i % 700}", "visit", i / 100.0, i))];
        _workspace.Record([.. events.Where((_, i) => i % 3 == 0)]);

        var rest = _workspace.Record(events);

        Assert.Equal((4_000, 2_000), (rest.Added, rest.AlreadyKnown));
        Assert.Equal(6_000, _workspace.Database.Read(_workspace.Get<EventStore>().Count));
        Assert.Equal(700, _workspace.Database.Read(_workspace.Get<CustomerStore>().Count));
    }

    [Fact]
    public void Events_are_counted_by_type_and_by_what_they_fill()
    {
        _workspace.Record(
            Workspace.Event("a", "visit", 1) with { Session = "s" },
            Workspace.Event("a", "Purchase", 2, 10) with { Quantity = 2, Product = "shoe" },
            Workspace.Event("a", "purchase", 3, 5, knownDay: 9));
        var events = _workspace.Get<EventStore>();

        Assert.Equal(
            [("Purchase", 1, 10.0), ("purchase", 1, 5), ("visit", 1, null)],
            _workspace.Database.Read(events.CountByType).Select(t => (t.Name, t.Count, t.ValueSum)));
        Assert.Equal(
            [("Purchase", 1, 1, 1, 0), ("visit", 0, 0, 0, 1)],
            _workspace.Database.Read(s => events.Uses(s, Workspace.At(5))).Select(u => (u.Name, u.Values, u.Quantities, u.Products, u.Sessions)));
    }

    [Fact]
    public void Events_are_read_by_when_they_became_known_and_laid_out_by_customer()
    {
        _workspace.Record(
            Workspace.Event("b", "visit", 1, knownDay: 5),
            Workspace.Event("a", "visit", 2) with { Product = "shoe" },
            Workspace.Event("a", "visit", 1));
        var events = _workspace.Get<EventStore>();

        var known = _workspace.Database.Read(s => events.KnownBetween(s, Workspace.At(1), Workspace.At(5)));
        var history = _workspace.Database.Read(events.Load);
        var some = _workspace.Database.Read(s => events.Load(s, [_workspace.Customer("a")]));

        Assert.Equal([("a", Workspace.At(2), "shoe"), ("b", Workspace.At(1), null)], known.Select(e => (e.Customer, e.EventTime, e.Product)));
        Assert.Equal((Workspace.At(1), Workspace.At(5)), _workspace.Database.Read(events.KnownRange));
        Assert.Equal((3, 2), (history.EventTimes.Length, history.CustomerIds.Length));
        Assert.Equal([Workspace.At(1), Workspace.At(2)], some.EventTimes);
        Assert.Equal(
            [(_workspace.Customer("b"), Workspace.At(1)), (_workspace.Customer("a"), Workspace.At(1))],
            _workspace.Database.Read(s => events.EarliestSince(s, 0)).OrderBy(e => e.CustomerId));
    }

    [Fact]
    public void An_empty_database_has_no_times()
    {
        var events = _workspace.Get<EventStore>();

        Assert.Null(_workspace.Database.Read(events.KnownRange));
        Assert.Null(_workspace.Database.Read(events.LastTime));
        Assert.Null(_workspace.Database.Read(s => events.TimesSince(s, 0)));
        Assert.Equal(0, _workspace.Database.Read(events.LastId));
    }

    [Fact]
    public void Profiles_and_notes_are_kept_once()
    {
        var profiles = _workspace.Get<ProfileStore>();
        var notes = _workspace.Get<NoteStore>();
        CustomerProfile[] some = [new("a", 1, 2, """{"country":"FR"}"""), new("a", 5, 6, """{"country":"IT"}""")];
        CustomerNote[] said = [new("a", 1, 2, "fr", "Il joue au golf ⛳"), new("b", 1, 2, null, "")];

        var (first, second, noted, notedAgain) = _workspace.Database.Write(s =>
            (profiles.Add(s, some).Added, profiles.Add(s, some).AlreadyKnown, notes.Add(s, said).Added, notes.Add(s, said).AlreadyKnown));

        Assert.Equal((2, 2, 2, 2), (first, second, noted, notedAgain));
        Assert.Equal(2, _workspace.Database.Read(profiles.Count));
        Assert.Equal(2, _workspace.Database.Read(notes.Count));
        Assert.Equal("""{"country":"IT"}""", Assert.Single(_workspace.Database.Read(s => profiles.KnownBetween(s, 2, 6))).Attributes);
        long a = _workspace.Customer("a");
        Assert.Equal([1L, 5L], _workspace.Database.Read(s => profiles.Load(s, [a], 100))[a].Select(p => p.HoldsFrom));
        Assert.Equal([1L], _workspace.Database.Read(s => profiles.Load(s, a, a, 5))[a].Select(p => p.HoldsFrom));
        Assert.Empty(_workspace.Database.Read(s => profiles.Load(s, [a + 1], 100)));
        Assert.Empty(_workspace.Database.Read(s => profiles.Load(s, a + 1, a + 9, 100)));
    }

    [Fact]
    public void Many_profiles_some_of_them_known_are_counted_one_by_one()
    {
        var profiles = _workspace.Get<ProfileStore>();
        CustomerProfile[] some = [.. Enumerable.Range(0, 6_000).Select(i => new CustomerProfile($"c{i % 700}", i, i, "{}"))];
        _workspace.Database.Write(s => profiles.Add(s, some.Where((_, i) => i % 3 == 0)));

        var rest = _workspace.Database.Write(s => profiles.Add(s, [.. some, some[0]]));

        Assert.Equal((4_000, 2_001), (rest.Added, rest.AlreadyKnown));
        Assert.Equal((1, 5_999), (rest.First, rest.Last));
        Assert.Equal(6_000, _workspace.Database.Read(profiles.Count));
        Assert.Equal(700, _workspace.Database.Read(_workspace.Get<CustomerStore>().Count));
    }

    [Fact]
    public void Customers_are_found_spread_and_named()
    {
        var customers = _workspace.Get<CustomerStore>();
        _workspace.Record([.. Enumerable.Range(0, 100).Select(i => Workspace.Event($"c{i}", "visit", 1))]);

        Assert.Null(_workspace.Database.Read(s => customers.Find(s, "nobody")));
        Assert.Equal("c7", _workspace.Database.Read(customers.Keys)[_workspace.Customer("c7")]);
        Assert.InRange(_workspace.Database.Read(s => customers.Spread(s, 10)).Count, 10, 11);
        Assert.Equal(_workspace.Customer("c7"), _workspace.Database.Write(s => customers.Number(s, "c7"u8)));
        long added = _workspace.Database.Write(s => customers.Number(s, "new"u8));
        Assert.Equal(added, _workspace.Customer("new"));
    }

    [Fact]
    public void Files_that_came_are_found_by_what_they_were()
    {
        var imports = _workspace.Get<ImportStore>();
        var file = new ImportRecord { Kind = "events", File = "a.csv", Source = "", At = Workspace.Day(1), Actor = "ann", State = ImportRecord.Imported, Digest = "d", RowsRead = 9, Repeated = 0.25, LastTime = Workspace.Day(0), Columns = "[]" };

        var (first, refused, notes) = _workspace.Database.Write(s =>
            (imports.Add(s, file), imports.Add(s, file with { State = ImportRecord.Refused, Columns = null }), imports.Add(s, file with { Kind = "notes" })));

        Assert.Equal(file with { Id = first }, _workspace.Database.Read(s => imports.Same(s, "events", "d")));
        Assert.Null(_workspace.Database.Read(s => imports.Same(s, "profiles", "d")));
        Assert.Equal([first], _workspace.Database.Read(s => imports.Comparable(s, "events")).Select(i => i.Id));
        Assert.Equal([notes, refused, first], _workspace.Database.Read(s => imports.Before(s, long.MaxValue, null, null, 9)).Select(i => i.Id));
        Assert.Equal([refused], _workspace.Database.Read(s => imports.Before(s, notes, "events", ImportRecord.Refused, 9)).Select(i => i.Id));
    }

    [Fact]
    public void Outcomes_and_examples_are_kept_once_in_their_order()
    {
        var outcomes = _workspace.Get<OutcomeStore>();
        var examples = _workspace.Get<ExampleStore>();
        Outcome[] reported = [new("a", "left", "Yes", 1, 2), new("a", "left", "No", 3, 4), new("a", "worth", "12.5", 3, 4)];
        UploadedExample[] uploaded = [new("a", 1, 2, RowDate.Given, """{"x":1}"""), new("b", 1, 2, RowDate.OfUpload, """{"x":2}""")];

        var (first, again, rows, rowsAgain) = _workspace.Database.Write(s =>
            (outcomes.Add(s, reported).Added, outcomes.Add(s, reported).AlreadyKnown, examples.Add(s, uploaded).Added, examples.Add(s, uploaded).AlreadyKnown));

        Assert.Equal((3, 3, 2, 2), (first, again, rows, rowsAgain));
        Assert.Equal(["Yes", "No"], _workspace.Database.Read(s => outcomes.Since(s, "left", 0)).Select(o => o.Value));
        Assert.Equal(["left", "worth"], _workspace.Database.Read(outcomes.Names).Order());
        var stored = _workspace.Database.Read(s => examples.Since(s, 0));
        Assert.Equal([("""{"x":1}""", 1L), ("""{"x":2}""", 0L)], stored.Select(e => (e.Inputs, e.Dated)));
        Assert.Equal(stored[^1].Id, _workspace.Database.Read(examples.LastId));
        Assert.True(_workspace.Database.Read(examples.AnyDated));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Inputs_of_examples_are_found_by_number_however_far_apart(int step)
    {
        var examples = _workspace.Get<ExampleStore>();
        _workspace.Database.Write(s => examples.Add(s, Enumerable.Range(0, 1_000).Select(i => new UploadedExample($"c{i}", 1, 2, RowDate.Given, $$"""{"x":{{i}}}"""))));
        var asked = _workspace.Database.Read(s => examples.Since(s, 0)).Where((_, i) => i % step == 0).ToDictionary(e => e.Id, e => e.Inputs);

        var found = _workspace.Database.Read(s => examples.Inputs(s, asked.Keys.ToHashSet()));

        Assert.Equal(asked.OrderBy(e => e.Key), found.OrderBy(e => e.Key));
        Assert.Empty(_workspace.Database.Read(s => examples.Inputs(s, new HashSet<long>())));
    }

    [Fact]
    public void The_audit_chain_is_whole()
    {
        var audit = _workspace.Get<AuditStore>();
        for (int i = 0; i < 3; i++)
            _workspace.Database.Write(s => audit.Append(s, "ann", "promote", "purchase 1.0", new { reason = "è \u0007 \"superior\"" }));

        Assert.Null(_workspace.Database.Read(audit.FindBreak));
        _workspace.Database.Write(s => s.Execute("UPDATE audit SET actor = 'somebody else' WHERE id = 2"));
        Assert.Equal(2, _workspace.Database.Read(audit.FindBreak));
    }

    [Fact]
    public void Artifacts_are_kept_once_by_their_hash()
    {
        var artifacts = _workspace.Get<ArtifactStore>();
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

        var (one, two) = _workspace.Database.Write(s => (artifacts.Save(s, bytes), artifacts.Save(s, bytes)));

        Assert.Equal(one, two);
        Assert.Equal(bytes, _workspace.Database.Read(s => artifacts.Load(s, one)));
        Assert.Equal(300_000, _workspace.Database.Read(s => artifacts.Size(s, one)));
        Assert.Throws<InvalidDataException>(() => _workspace.Database.Read(s => artifacts.Load(s, "abc")));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteFactStoreContract() : FactStoreContract(DatabaseKind.Sqlite);

public sealed class PostgresFactStoreContract() : FactStoreContract(DatabaseKind.Postgres);
