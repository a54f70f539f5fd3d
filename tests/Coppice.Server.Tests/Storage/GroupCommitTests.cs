using Coppice.Server.Storage;

namespace Coppice.Server.Tests.Storage;

public sealed class GroupCommitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-group-").FullName;
    private readonly Database _database;

    public GroupCommitTests()
    {
        _database = Database.Open(Path.Combine(_folder, "coppice.db"));
    }

    [Fact]
    public async Task Every_acknowledged_write_is_on_disk_and_few_commits_carry_many()
    {
        using var group = new GroupCommit(_database, new GroupCommitOptions());
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), TestContext.Current.CancellationToken, async (i, cancellation) =>
            await group.WriteAsync(session => session.Execute("INSERT INTO customers (key) VALUES (@key)", new { key = $"c{i}" }), cancellation));

        using var other = Database.Open(_database.Path);
        Assert.Equal(2_000, other.Read(s => s.Value<long>("SELECT COUNT(*) FROM customers")));
    }

    [Fact]
    public async Task A_write_that_fails_takes_no_neighbour_with_it()
    {
        using var group = new GroupCommit(_database, new GroupCommitOptions());
        var cancellation = TestContext.Current.CancellationToken;
        using var hold = new ManualResetEventSlim();
        var first = group.WriteAsync(session => { hold.Wait(); return 0; }, cancellation);
        var writes = Enumerable.Range(0, 10).Select(i => group.WriteAsync(
            session => i == 5 ? throw new InvalidOperationException("five") : session.Execute("INSERT INTO customers (key) VALUES (@key)", new { key = $"c{i}" }),
            cancellation)).ToList();
        hold.Set();
        await first;

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => writes[5]);
        Assert.Equal("five", failed.Message);
        foreach (var write in writes.Where(w => w != writes[5]))
            Assert.Equal(1, await write);
        Assert.Equal(9, _database.Read(s => s.Value<long>("SELECT COUNT(*) FROM customers")));
    }

    [Fact]
    public async Task A_full_queue_refuses_and_keeps_nothing_of_what_it_refused()
    {
        using var group = new GroupCommit(_database, new GroupCommitOptions { MostQueued = 3 });
        var cancellation = TestContext.Current.CancellationToken;
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var first = group.WriteAsync(session => { begun.Set(); hold.Wait(); return 0; }, cancellation);
        begun.Wait(cancellation);
        var waiting = Enumerable.Range(0, 3).Select(i => group.WriteAsync(session => Add(session, $"c{i}"), cancellation)).ToList();
        await Assert.ThrowsAsync<BusyException>(() => group.WriteAsync(session => Add(session, "too many"), cancellation));
        hold.Set();
        await first;
        await Task.WhenAll(waiting);

        Assert.Equal(3, _database.Read(s => s.Value<long>("SELECT COUNT(*) FROM customers")));
    }

    [Fact]
    public void What_nobody_waits_for_is_told_how_it_ended_and_is_written_before_the_queue_closes()
    {
        var note = new AddCustomer("c1");
        using (var group = new GroupCommit(_database, new GroupCommitOptions()))
        {
            Assert.True(group.TryQueue(note, CommitWait.No));
        }

        Assert.Equal(1, note.Times);
        Assert.Null(note.Failure);
        Assert.Equal(1, _database.Read(s => s.Value<long>("SELECT COUNT(*) FROM customers")));
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int Add(Session session, string key) => session.Execute("INSERT INTO customers (key) VALUES (@key)", new { key });

    private sealed class AddCustomer(string key) : PendingWrite
    {
        public int Times { get; private set; }

        public Exception? Failure { get; private set; }

        protected internal override void Write(Session session) => Add(session, key);

        protected internal override void Settled(Exception? failure)
        {
            Times++;
            Failure = failure;
        }
    }
}
