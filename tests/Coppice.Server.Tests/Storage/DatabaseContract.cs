using System.Globalization;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Storage;

/// <summary>What a use case may expect of a database, whichever it is.</summary>
public abstract class DatabaseContract : IDisposable
{
    private static readonly InsertTable Outcomes = new(
        "outcomes",
        ("customer_id", ColumnStorage.Whole),
        ("name", ColumnStorage.Text),
        ("value", ColumnStorage.Text),
        ("event_time", ColumnStorage.Whole),
        ("known_time", ColumnStorage.Whole),
        ("identity", ColumnStorage.Blob));

    private static readonly InsertTable Events = new(
        "events",
        ("customer_id", ColumnStorage.Whole),
        ("type_id", ColumnStorage.Whole),
        ("event_time", ColumnStorage.Whole),
        ("known_time", ColumnStorage.Whole),
        ("value", ColumnStorage.Real),
        ("quantity", ColumnStorage.Real),
        ("session", ColumnStorage.Text),
        ("identity", ColumnStorage.Blob));

    private static readonly KeyTable Customers = new("customers", "key");

    private readonly Workspace _workspace;

    private protected DatabaseContract(DatabaseKind kind) => _workspace = new Workspace(kind);

    private Database Database => _workspace.Database;

    [Fact]
    public void A_write_that_throws_keeps_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => Database.Write(session =>
        {
            Set(session, "a", "1");
            throw new InvalidOperationException();
        }));

        Assert.Null(Find("a"));
        Database.Write(session => Set(session, "a", "2"));
        Assert.Equal("2", Find("a"));
    }

    [Fact]
    public void A_write_whose_statement_fails_can_be_followed_by_another()
    {
        Assert.ThrowsAny<Exception>(() => Database.Write(session => session.Execute("INSERT INTO nowhere (a) VALUES (1)")));
        Assert.ThrowsAny<Exception>(() => Database.Write(session =>
        {
            using var twice = session.Prepare("INSERT INTO models (name) VALUES ($1)");
            twice.Execute("m");
            twice.Execute("m");
        }));

        Assert.Equal(0, _workspace.Count("SELECT COUNT(*) FROM models"));
        Database.Write(session => Set(session, "a", "1"));
        Assert.Equal("1", Find("a"));
    }

    [Fact]
    public void A_reader_sees_what_was_committed_when_it_began()
    {
        Database.Write(session => Set(session, "a", "1"));

        Database.Read(reader =>
        {
            Assert.Equal("1", new SettingsStore().Find(reader, "a"));
            Database.Write(session => Set(session, "a", "2"));
            Assert.Equal("1", new SettingsStore().Find(reader, "a"));
            return 0;
        });
        Assert.Equal("2", Find("a"));
    }

    [Fact]
    public void A_reader_cannot_write()
    {
        Assert.ThrowsAny<Exception>(() => Database.Read(session => session.Execute("INSERT INTO settings (name, value) VALUES ('a', 'b')")));

        Assert.Null(Find("a"));
    }

    [Fact]
    public void Writers_take_turns()
    {
        Database.Write(session => Set(session, "n", "0"));

        Parallel.For(0, 40, _ => Database.Write(session =>
        {
            int n = int.Parse(new SettingsStore().Find(session, "n")!, CultureInfo.InvariantCulture);
            Set(session, "n", (n + 1).ToString(CultureInfo.InvariantCulture));
        }));

        Assert.Equal("40", Find("n"));
    }

    [Fact]
    public void A_write_within_a_write_is_refused_rather_than_waited_for()
    {
        Assert.Throws<InvalidOperationException>(() => Database.Write(_ => Database.Write(session => Set(session, "a", "1"))));

        Database.Write(session => Set(session, "a", "2"));
        Assert.Equal("2", Find("a"));
    }

    [Fact]
    public void What_was_written_is_there_at_the_next_opening_and_no_script_runs_twice()
    {
        Database.Write(session => Set(session, "a", "1"));
        Database.Dispose();

        using var again = Database.Open(_workspace.Location);

        Assert.Equal("1", again.Read(session => new SettingsStore().Find(session, "a")));
        Assert.Equal(
            again.Read(session => session.Value<long>("SELECT MAX(number) FROM migrations")),
            again.Read(session => session.Value<long>("SELECT COUNT(*) FROM migrations")));
    }

    [Fact]
    public void A_database_of_a_newer_Coppice_is_refused()
    {
        Database.Write(session => session.Execute("INSERT INTO migrations (number, name) VALUES (9000, 'of tomorrow')"));
        Database.Dispose();

        var refused = Assert.Throws<InvalidDataException>(() => Database.Open(_workspace.Location));

        Assert.Contains("newer Coppice", refused.Message, StringComparison.Ordinal);
        Assert.Contains("9000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_knows_its_size() => Assert.InRange(Database.Size, 10_000, 100_000_000);

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(9_000)]
    public void Many_rows_get_numbers_in_their_order_and_known_ones_none(int rows)
    {
        var (first, again, mixed) = Database.Write(session => (Add(session, 0, rows), Add(session, 0, rows), Add(session, rows - 1, 3)));

        Assert.Equal(first.Order(), first);
        Assert.Equal(rows, first.Distinct().Count(n => n > 0));
        Assert.All(again, n => Assert.Equal(0, n));
        Assert.Equal([true, false, false], mixed.Select(n => n == 0));
        Assert.Equal(rows + 2, _workspace.Count("SELECT COUNT(*) FROM outcomes"));
        Assert.Equal(
            [.. first, .. mixed.Skip(1)],
            Database.Read(session => session.Query<long>("SELECT id FROM outcomes ORDER BY event_time")));
    }

    [Fact]
    public void Of_equal_rows_in_one_batch_the_first_is_kept()
    {
        long[] numbers = Database.Write(session =>
        {
            long customer = One(session, "c");
            using var insert = session.Insert(Outcomes);
            for (int i = 0; i < 1_000; i++)
                AddOutcome(insert, customer, i, i % 500);
            return insert.Flush().ToArray();
        });

        Assert.All(numbers.Take(500), n => Assert.True(n > 0));
        Assert.All(numbers.Skip(500), n => Assert.Equal(0, n));
        Assert.Equal(499, _workspace.Count("SELECT MAX(event_time) FROM outcomes"));
    }

    [Fact]
    public void A_flush_of_nothing_gives_nothing() => Database.Write(session =>
    {
        using var insert = session.Insert(Outcomes);
        Assert.Equal(0, insert.Flush().Length);
        AddOutcome(insert, One(session, "c"), 1, 1);
        Assert.Equal(1, insert.Flush().Length);
        Assert.Equal(0, insert.Flush().Length);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public void Values_of_many_rows_come_back_as_they_were(int copies)
    {
        string[] texts = ["", "a", "Zoë 📈 ガ", new string('x', 10_000)];
        double?[] numbers = [0.0, -0.1, null, double.MaxValue, 5e-324];
        Database.Write(session =>
        {
            using var insert = session.Insert(Events);
            for (int i = 0; i < copies * texts.Length * numbers.Length; i++)
            {
                insert.Bind(1, long.MaxValue);
                insert.Bind(2, long.MinValue);
                insert.Bind(3, i);
                insert.Bind(4, i);
                insert.Bind(5, numbers[i % numbers.Length]);
                insert.BindNull(6);
                insert.BindText(7, System.Text.Encoding.UTF8.GetBytes(texts[i % texts.Length]));
                insert.BindBlob(8, i % 2 == 0 ? [] : [0, 255, 0]);
                insert.Next();
            }

            insert.Flush();
        });

        Database.Read(session =>
        {
            using var query = session.Prepare("SELECT customer_id, type_id, value, quantity, session, identity FROM events ORDER BY event_time");
            using var reader = query.Read();
            for (int i = 0; i < copies * texts.Length * numbers.Length; i++)
            {
                Assert.True(reader.Read());
                Assert.Equal((long.MaxValue, long.MinValue), (reader.GetInt64(0), reader.GetInt64(1)));
                Assert.Equal(numbers[i % numbers.Length], reader.IsDBNull(2) ? null : reader.GetDouble(2));
                Assert.True(reader.IsDBNull(3));
                Assert.Equal(texts[i % texts.Length], reader.GetString(4));
                Assert.Equal(i % 2 == 0 ? [] : new byte[] { 0, 255, 0 }, reader.GetBytes(5).ToArray());
            }

            Assert.False(reader.Read());
            return 0;
        });
    }

    [Fact]
    public void A_command_binds_runs_and_steps_again_and_again() => Database.Write(session =>
    {
        using var insert = session.Prepare("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        insert.Bind(1, "a");
        insert.BindText(2, "one"u8);
        Assert.Equal(1, insert.Run());
        Assert.Equal(0, insert.Execute("a", "two"));
        Assert.Equal(1, insert.Execute("b", ""));

        using var find = session.Prepare("SELECT value FROM settings WHERE name = $1");
        Assert.Equal("one", find.Scalar("a"));
        Assert.Equal("", find.Scalar("b"));
        Assert.Null(find.Scalar("c"));
        find.Bind(1, "a");
        Assert.True(find.Step());
        Assert.Equal("one", find.GetString(0));
        Assert.Equal("one"u8.ToArray(), find.GetBytes(0).ToArray());
        Assert.False(find.Step());
        find.Bind(1, "b");
        Assert.True(find.Step());
        find.Reset();
        Assert.Equal("one", find.Scalar("a"));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_that_points_to_nothing_is_refused_even_when_its_number_is_asked_for(bool prepared)
    {
        const string Sql = "INSERT INTO runs (model_id, strategy, trigger, actor, state, started_at) VALUES (77, 'full', 'manual', 'ann', 'running', 0)";

        Assert.ThrowsAny<System.Data.Common.DbException>(() => Database.Write(session =>
        {
            if (!prepared)
                return session.Insert(Sql);
            using var insert = session.Prepare(Sql + " RETURNING id");
            return (long)insert.Scalar()!;
        }));
        Assert.Equal(0, _workspace.Count("SELECT COUNT(*) FROM runs"));
    }

    [Fact]
    public void A_statement_can_be_prepared_twice_at_once() => Database.Write(session =>
    {
        Set(session, "a", "1");
        Set(session, "b", "2");
        const string Sql = "SELECT value FROM settings WHERE name = $1";
        using var one = session.Prepare(Sql);
        using var two = session.Prepare(Sql);

        Assert.Equal(("1", "2"), (one.Scalar("a"), two.Scalar("b")));
    });

    [Fact]
    public void A_value_of_no_known_type_is_refused_by_its_place()
    {
        var refused = Assert.Throws<ArgumentException>(() => Database.Write(session =>
        {
            using var query = session.Prepare("SELECT $1");
            query.Scalar(new object());
        }));

        Assert.Contains("value 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_numbered_in_the_order_in_which_they_are_met()
    {
        var numbers = new long[4];
        int added = Database.Write(session => session.Number(Customers, ["zoe", "ann", "zoe", "Ann"], numbers));
        var later = new long[3];
        int addedLater = Database.Write(session => session.Number(Customers, ["bob", "ann", "zoe"], later));

        Assert.Equal((3, 1), (added, addedLater));
        Assert.Equal(numbers[0], numbers[2]);
        Assert.True(numbers[0] < numbers[1] && numbers[1] < numbers[3] && numbers[3] < later[0]);
        Assert.Equal([numbers[1], numbers[0]], later[1..]);
        Assert.Equal(0, Database.Write(session => session.Number(Customers, [], [])));
    }

    [Fact]
    public void Rows_become_records_whatever_the_server_calls_their_types()
    {
        Database.Write(session => session.Execute("INSERT INTO audit (at, actor, action, subject, details, previous_hash, hash) VALUES (5, 'a', 'b', 'c', 'd', 'e', 'f')"));

        var read = Database.Read(session => session.First<Counted>("SELECT COUNT(*) AS rows, SUM(at) AS sum, AVG(at) AS mean, MAX(at) AS last, MAX(actor) AS actor FROM audit"));
        var none = Database.Read(session => session.First<Counted>("SELECT COUNT(*) AS rows, SUM(at) AS sum, AVG(at) AS mean, MAX(at) AS last, MAX(actor) AS actor FROM audit WHERE id < 0"));

        Assert.Equal(new Counted(1, 5, 5, Time(5), "a"), read);
        Assert.Equal(new Counted(0, null, null, null, null), none);
        Assert.True(Database.Read(session => session.Value<bool>("SELECT EXISTS (SELECT 1 FROM audit)")));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    private static DateTimeOffset Time(long microseconds) => UtcMicroseconds.ToTime(microseconds);

    private static void Set(Session session, string name, string value) => new SettingsStore().Set(session, name, value);

    private static long One(Session session, string key)
    {
        long[] number = new long[1];
        session.Number(Customers, [key], number);
        return number[0];
    }

    private static long[] Add(Session session, int from, int count)
    {
        long customer = One(session, "c");
        using var insert = session.Insert(Outcomes);
        var numbers = new List<long>();
        for (int i = from; i < from + count; i++)
        {
            AddOutcome(insert, customer, i, i);
            if (i % BulkInsert.Batch == BulkInsert.Batch - 1)
                numbers.AddRange(insert.Flush());
        }

        numbers.AddRange(insert.Flush());
        return [.. numbers];
    }

    private static void AddOutcome(BulkInsert insert, long customer, long time, int identity)
    {
        insert.Bind(1, customer);
        insert.Bind(2, "left");
        insert.Bind(3, "1");
        insert.Bind(4, time);
        insert.Bind(5, time);
        insert.BindBlob(6, BitConverter.GetBytes(identity));
        insert.Next();
    }

    private string? Find(string name) => Database.Read(session => new SettingsStore().Find(session, name));

    private sealed record Counted(long Rows, long? Sum, double? Mean, DateTimeOffset? Last, string? Actor);
}

public sealed class SqliteDatabaseContract() : DatabaseContract(DatabaseKind.Sqlite);

public sealed class PostgresDatabaseContract() : DatabaseContract(DatabaseKind.Postgres);
