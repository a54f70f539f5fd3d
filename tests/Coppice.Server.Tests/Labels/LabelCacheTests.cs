using Coppice.Server.Labels;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Labels;

public sealed class LabelCacheTests : IDisposable
{
    private readonly Workspace _workspace = new(SomeModel.Purchase, SomeModel.Churn);
    private readonly LabelStore _labels;
    private readonly long[] _models;

    public LabelCacheTests()
    {
        _labels = _workspace.Get<LabelStore>();
        _models = [.. new[] { "purchase", "churn" }.Select(_workspace.Get<ModelCatalog>().Number)];
        _workspace.Record([.. Enumerable.Range(0, 8).Select(i => Workspace.Event($"c{i}", "visit", 0))]);
        foreach (long model in _models)
            SetPolicy(model, "first");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_is_in_memory_is_what_the_database_says_at_any_time_asked_about()
    {
        var random = new SplitMix64(5);
        for (long now = 100; now < 160; now++)
        {
            if (now == 130)
                _workspace.Database.Write(session => _labels.ReplaceAll(session, _models[0], now));
            if (now == 130)
                SetPolicy(_models[0], "second");
            _workspace.Database.Write(session => Change(session, random, now));
            foreach (long model in _models)
            {
                long past = 100 + random.NextBelow(now - 99);
                Assert.Equal(Stored(model, now), Matured(model, now));
                Assert.Equal(Stored(model, past), Matured(model, past));
            }
        }

        Assert.InRange(_workspace.Count("SELECT COUNT(*) FROM labels WHERE replaced_at IS NOT NULL"), 50, 1_000);
    }

    [Fact]
    public void Where_nothing_is_new_nothing_is_read()
    {
        _workspace.Database.Write(session => Change(session, new SplitMix64(1), 100));

        Assert.Same(Matured(_models[0], 100), Matured(_models[0], 101));
    }

    [Fact]
    public void A_reader_that_began_earlier_does_not_see_what_came_after()
    {
        _workspace.Database.Write(session => Change(session, new SplitMix64(1), 100));
        var before = Stored(_models[0], 200);

        var seen = _workspace.Database.Read(session =>
        {
            _labels.LastId(session);
            Task.Run(() =>
            {
                _workspace.Database.Write(later => Change(later, new SplitMix64(2), 101));
                Assert.NotEqual(before, Matured(_models[0], 200));
            }).Wait();
            return _labels.Matured(session, _models[0], 200);
        });

        Assert.Equal(before, seen);
    }

    /// <summary>New labels for some customers and times; where there is one, half the time a correction.</summary>
    private void Change(Session session, SplitMix64 random, long now)
    {
        using var writer = _labels.Write(session);
        for (int i = 0; i < 12; i++)
        {
            long model = _models[random.NextBelow(2)];
            long customer = 1 + random.NextBelow(8);
            long asOf = random.NextBelow(10);
            long example = random.NextBelow(2);
            var truth = new WindowTruth(random.NextBelow(2), null, now);
            if (_labels.OfSource(session, model, customer, asOf, LabelSource.Upload, example) is not { } current)
                writer.Add(model, customer, asOf, LabelSource.Upload, example, asOf, truth);
            else if (random.NextBelow(2) == 0)
                writer.Correct(model, current, truth, now);
            writer.Flush();
        }
    }

    private void SetPolicy(long model, string policy) => _workspace.Database.Write(session =>
        _workspace.Get<LabelProgressStore>().Save(session, new LabelProgress(model, policy, 0, 0, 0, 0, null, null, null)));

    private IReadOnlyList<Label> Matured(long model, long knownBy) => _workspace.Database.Read(session => _labels.Matured(session, model, knownBy));

    /// <summary>By another way: everything, row by row.</summary>
    private List<Label> Stored(long model, long knownBy) => _workspace.Database.Read(session => session
        .Query<Row>("SELECT id, customer_id, as_of, source, source_id, value, weight, matures_at, model_id, known_time, replaced_at FROM labels")
        .Where(row => row.ModelId == model && row.KnownTime <= knownBy && !(row.ReplacedAt <= knownBy))
        .OrderBy(row => row.CustomerId).ThenBy(row => row.AsOf).ThenBy(row => row.Id)
        .Select(row => new Label(row.Id, row.CustomerId, row.AsOf, row.Source, row.SourceId, row.Value, row.Weight, row.MaturesAt))
        .ToList());

    private sealed record Row(
        long Id, long CustomerId, long AsOf, string Source, long SourceId, double Value, double Weight, long MaturesAt, long ModelId, long KnownTime, long? ReplacedAt);
}
