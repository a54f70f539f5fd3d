using System.Data.Common;
using System.Text;
using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Storage;

/// <summary>Stores of what the loop says, learns and decides.</summary>
public abstract class LoopStoreContract : IDisposable
{
    private static readonly DateTimeOffset Now = Workspace.Day(3);

    private readonly Workspace _workspace;
    private readonly long _modelId;
    private readonly long _customer;

    private protected LoopStoreContract(DatabaseKind kind)
    {
        _workspace = new Workspace(kind, SomeModel.Purchase);
        _modelId = _workspace.ModelId;
        _workspace.Record(Workspace.Event("a", "visit", 0));
        _customer = _workspace.Customer("a");
    }

    private Database Database => _workspace.Database;

    [Fact]
    public void A_model_keeps_its_number()
    {
        var models = _workspace.Get<ModelStore>();

        Assert.Equal(_modelId, Database.Write(s => models.Number(s, "purchase")));
        Assert.Equal("purchase", Database.Read(s => models.Name(s, _modelId)));
        Assert.Null(Database.Read(s => models.Find(s, "nothing")));
    }

    [Fact]
    public void The_first_answer_under_an_id_stands()
    {
        var store = _workspace.Get<PredictionStore>();

        var first = Database.Write(s => store.Add(s, [Answer("p1", 1, 0.25), Answer("p2", 2, 0.5)]));
        var again = Database.Write(s => store.Add(s, [Answer("p1", 5, 0.75), Answer("p3", 3, 0.1)]));

        Assert.All(first, id => Assert.True(id > 0));
        Assert.Equal([true, false], again.Select(id => id == 0));
        Assert.Equal(3, Database.Read(store.Count));
        Assert.Equal((again[1], 3L), Database.Read(s => store.LatestBefore(s, _modelId, _customer, 10)));
        Assert.Equal([1L, 2L], Database.Read(s => store.MadeBy(s, _modelId, 0, 2, 10)).Select(p => p.AsOf));
        Assert.Equal(2, Database.Read(s => store.CountAfter(s, _modelId, first[0])));
        Assert.Equal(3, Database.Read(s => store.TimeOf(s, _modelId, first[0], 2)));
        Assert.Equal(["""{"n":0.1}""", """{"n":0.5}"""], Database.Read(s => store.RecentInputs(s, _modelId, 2)));
    }

    [Fact]
    public void Many_answers_get_their_numbers_in_their_order()
    {
        var store = _workspace.Get<PredictionStore>();

        var ids = Database.Write(s => store.Add(s, [.. Enumerable.Range(0, 2_000).Select(i => Answer($"p{i}", i, 0.5))]));

        Assert.Equal(ids.Order(), ids);
        Assert.Equal("""{"n":0.5}""", Database.Read(s => store.Inputs(s, ids[^1])));
    }

    [Fact]
    public void Inputs_stored_as_values_of_a_shape_are_read_back_as_the_object_that_was_sent()
    {
        var store = _workspace.Get<PredictionStore>();
        var shape = new InputShape(["\"n\""u8.ToArray(), "\"left out\""u8.ToArray(), "\"plan\""u8.ToArray(), "\"never\""u8.ToArray()]);
        byte[] values = """[0.1,[],"a,]\""]"""u8.ToArray();
        var entry = new PredictionEntry { ModelId = _modelId, VersionId = 1, AsOf = 7, Score = 0.5 };
        entry.SetCustomer("c1"u8);
        for (int i = 0; i < 2; i++)
        {
            entry.SetPredictionId(Encoding.UTF8.GetBytes($"shaped-{i}"));
            values.CopyTo(entry.Room(values.Length));
            entry.SetInputs(shape, values.Length);
            Database.Write(s => store.Add(s, entry));
        }

        Assert.Equal("""{"n":0.1,"plan":"a,]\""}""", entry.InputsAsObject());
        Assert.Equal(Enumerable.Repeat(entry.InputsAsObject(), 2), Database.Read(s => store.RecentInputs(s, _modelId, 2)));
        Assert.Equal(1, Database.Read(s => s.Value<long>("SELECT COUNT(*) FROM input_shapes")));
    }

    [Fact]
    public void A_corrected_label_takes_the_place_of_the_first_and_the_first_stays_readable()
    {
        var store = _workspace.Get<LabelStore>();
        long prediction = Database.Write(s => _workspace.Get<PredictionStore>().Add(s, [Answer("p1", 11, 0.5)])).Single();
        Database.Write(s =>
        {
            using var writer = store.Write(s);
            writer.Add(_modelId, _customer, 10, LabelSource.Backfill, 0, 20, new WindowTruth(0, null, 0));
            writer.Add(_modelId, _customer, 10, LabelSource.Backfill, 0, 20, new WindowTruth(1, 15, 16));
            Assert.Equal(new LabelSweep(1, 0), writer.Flush());
            writer.Add(_modelId, _customer, 11, LabelSource.Logged, prediction, 21, new WindowTruth(1, 15, 16), 0.5);
            Assert.Equal(new LabelSweep(2, 0), writer.Flush());
        });
        var wrong = Database.Read(s => store.OfSource(s, _modelId, _customer, 10, LabelSource.Backfill, 0))!;
        Database.Write(s =>
        {
            using var writer = store.Write(s);
            writer.Correct(_modelId, wrong, new WindowTruth(1, 15, 30), 30);
            Assert.Equal(new LabelSweep(0, 1), writer.Flush());
        });

        Assert.Equal([(10L, 0.0, 1.0), (11L, 1.0, 0.5)], Database.Read(s => store.Matured(s, _modelId, 25)).Select(l => (l.AsOf, l.Value, l.Weight)));
        Assert.Equal([(10L, 1.0), (11L, 1.0)], Database.Read(s => store.Matured(s, _modelId, 30)).Select(l => (l.AsOf, l.Value)));
        Assert.Equal((2, 2), Database.Read(s => store.CountSince(s, _modelId, 0)));
        Assert.Equal(2, Database.Read(s => store.CountMatured(s, _modelId)));
        Assert.Equal(
            [new LabelCount("backfill", 1, 1, 1), new LabelCount("logged", 1, 0, 1)],
            Database.Read(s => store.CountBySource(s, _modelId)));
        Assert.Equal(1.0, Database.Read(s => store.LoggedSince(s, _modelId, 0))[("a", 11)]);
        Assert.Equal(2, Database.Read(s => store.OfCustomer(s, _modelId, _customer, 0, 100)).Count);
        Database.Write(s => store.ReplaceAll(s, _modelId, 40));
        Assert.Equal(0, Database.Read(s => store.CountMatured(s, _modelId)));
    }

    [Fact]
    public void Many_labels_are_added_and_corrected_in_their_order_and_counted_apart()
    {
        const int Many = 10_000;
        var store = _workspace.Get<LabelStore>();

        var added = Write(writer => AddMany(writer, Many));
        var current = Database.Read(s => store.OfCustomer(s, _modelId, _customer, -1, Many));
        var mixed = Write(writer =>
        {
            foreach (var label in current.Where(l => l.AsOf % 2 == 0))
                writer.Correct(_modelId, label, new WindowTruth(1, null, 0), Many);
            AddMany(writer, Many + 3);
        });

        Assert.Equal((new LabelSweep(Many, 0), new LabelSweep(3, Many / 2)), (added, mixed));
        Assert.Equal((Many + 3, Many / 2), Database.Read(s => store.CountSince(s, _modelId, -1)));

        LabelSweep Write(Action<LabelWriter> work) => Database.Write(s =>
        {
            using var writer = store.Write(s);
            work(writer);
            return writer.Flush();
        });
    }

    [Fact]
    public void Progress_is_one_row_per_model()
    {
        var store = _workspace.Get<LabelProgressStore>();
        var progress = new LabelProgress(_modelId, "within", 1, 2, 3, 4, null, 5, null);

        Database.Write(s => store.Save(s, progress));
        Database.Write(s => store.Save(s, progress with { LastEvent = 9, LastCutoff = 8 }));

        Assert.Equal(progress with { LastEvent = 9, LastCutoff = 8 }, Database.Read(s => store.Find(s, _modelId)));
    }

    [Fact]
    public void A_run_is_started_finished_and_closed_when_it_was_left_behind()
    {
        var store = _workspace.Get<RunStore>();
        long first = Database.Write(s => store.Start(s, SomeRun()));
        long second = Database.Write(s => store.Start(s, SomeRun()));

        Database.Write(s => store.Finish(s, SomeRun() with { Id = first, State = RunStates.Done, FinishedAt = Now.AddMinutes(1), Result = "{}" }));
        Database.Write(s => store.CloseInterrupted(s, Now));

        Assert.Equal(SomeRun() with { Id = first, State = RunStates.Done, FinishedAt = Now.AddMinutes(1), Result = "{}" }, Database.Read(s => store.Find(s, first)));
        Assert.Equal("interrupted", Database.Read(s => store.Find(s, second))!.State);
        Assert.Equal([second, first], Database.Read(s => store.List(s, _modelId, long.MaxValue, 5)).Select(r => r.Id));
    }

    [Fact]
    public void Versions_decisions_and_deployments_come_back_as_they_were()
    {
        var versions = _workspace.Get<VersionStore>();
        var decisions = _workspace.Get<DecisionStore>();
        var journal = _workspace.Get<DeploymentStore>();
        var (first, second) = (Add(1, 0), Add(1, 1));
        var decision = SomeDecision(second);
        long decisionId = Database.Write(s => decisions.Add(s, decision));
        var line = new Deployment { ModelId = _modelId, Kind = DeploymentKinds.Promotion, FromId = null, ToId = first, Superior = 1, Actor = "ann", Reason = "new", At = Now };
        Database.Write(s => journal.Append(s, line));
        Database.Write(s => journal.Append(s, line with { FromId = first, ToId = second, DecisionId = decisionId, Superior = 0, At = Now.AddDays(1) }));

        Assert.Equal(new VersionNumber(1, 2), Database.Read(s => versions.Next(s, _modelId, new VersionNumber(1, 0))));
        Assert.Equal(new VersionNumber(2, 0), Database.Read(s => versions.Next(s, _modelId, null)));
        Assert.Equal([second, first], Database.Read(s => versions.List(s, _modelId)).Select(v => v.Id));
        Assert.Equal(0.125, Database.Read(s => versions.Find(s, _modelId, new VersionNumber(1, 1)))!.Prior);
        Assert.Equal(decision with { Id = decisionId }, Database.Read(s => decisions.OfVersion(s, second)));
        Assert.Equal(200, Database.Read(s => decisions.SpentUntil(s, _modelId)));
        Assert.Equal((0, 0), Database.Read(s => (decisions.FailedUpdates(s, _modelId), decisions.LooksSinceSpent(s, _modelId))));
        Assert.Equal(first, Database.Read(s => journal.At(s, _modelId, Now.AddHours(1)))!.ToId);
        Assert.Null(Database.Read(s => journal.At(s, _modelId, Now.AddHours(-1))));
        Assert.Equal((second, first, first), Database.Read(s => (journal.Latest(s, _modelId)!.ToId, journal.PreviousId(s, _modelId)!.Value, journal.AnchorId(s, _modelId)!.Value)));
    }

    [Fact]
    public void A_decision_about_no_version_is_refused_by_the_database()
    {
        var decision = SomeDecision(999);

        Assert.ThrowsAny<DbException>(() => Database.Write(s => _workspace.Get<DecisionStore>().Add(s, decision)));

        Assert.Equal(0, _workspace.Count("SELECT COUNT(*) FROM decisions"));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    private Prediction Answer(string id, long asOf, double score) => new(id, _modelId, 1, _customer, asOf, Arms.Champion, score, $$"""{"n":{{score}}}""");

    private void AddMany(LabelWriter writer, int many)
    {
        for (int i = 0; i < many; i++)
            writer.Add(_modelId, _customer, i, LabelSource.Backfill, 0, i, new WindowTruth(0, null, 0));
    }

    private Run SomeRun() => new() { ModelId = _modelId, Strategy = Strategies.Full, Trigger = "manual", Actor = "ann", State = RunStates.Running, StartedAt = Now };

    private DecisionRecord SomeDecision(long version) => new()
    {
        ModelId = _modelId,
        RunId = 1,
        VersionId = version,
        ChampionId = null,
        AnchorId = null,
        DecidedAt = Now,
        Decision = "promoted",
        Code = "superior",
        BlockFrom = 100,
        BlockUntil = 200,
        BlockRows = 50,
        BlockPositives = 7,
        BlockHash = Database.Write(s => _workspace.Get<ArtifactStore>().Save(s, [1])),
        Spent = 1,
        Report = "{}",
    };

    private long Add(int major, int minor) => Database.Write(s =>
    {
        string hash = _workspace.Get<ArtifactStore>().Save(s, [1, 2, 3]);
        long run = _workspace.Get<RunStore>().Start(s, SomeRun());
        long set = _workspace.Get<TrainingSetStore>().Add(s, new TrainingSet(_modelId, 5, 600, 1, 4, hash, "content"));
        Assert.Equal((600, "content"), _workspace.Get<TrainingSetStore>().Find(s, set));
        return _workspace.Get<VersionStore>().Add(s, new ModelVersion
        {
            ModelId = _modelId,
            Major = major,
            Minor = minor,
            ParentId = null,
            RunId = run,
            TrainingSetId = set,
            Learner = "fast",
            Strategy = Strategies.Full,
            CreatedAt = Now,
            Watermark = 4,
            LineageHash = hash,
            StructuralRows = 600,
            Seconds = 0.5,
            Trees = 100,
            PipelineHash = hash,
            ModelHash = hash,
            CoreHash = hash,
            Calibration = "{}",
            Prior = 0.125,
            Record = "{}",
        });
    });
}

public sealed class SqliteLoopStoreContract() : LoopStoreContract(DatabaseKind.Sqlite);

public sealed class PostgresLoopStoreContract() : LoopStoreContract(DatabaseKind.Postgres);
