using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Deployments;
using Coppice.Server.Files;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Outcomes.Ingest;
using Coppice.Server.Serving;
using Coppice.Server.Simulation;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Support;

/// <summary>A workspace in a temporary folder with a real database and the real use cases. Its clock stands at day 0 until it is set.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;
    private readonly WorkspaceClock _clock = new(TimeProvider.System);
    private ServiceProvider _services;
    private int _files;

    public Workspace(params ModelDefinition[] models)
        : this(new WorkspaceDefinition { Name = "test", Models = models })
    {
    }

    public Workspace(DatabaseKind kind, params ModelDefinition[] models)
        : this(new WorkspaceDefinition { Name = "test", Models = models }, kind)
    {
    }

    public Workspace(WorkspaceDefinition definition, DatabaseKind? kind = null)
    {
        Definition = definition;
        Location = (kind ?? Usual) == DatabaseKind.Sqlite ? Path.Combine(_folder, "coppice.db") : PostgresCluster.Shared.NewDatabase();
        Database = Database.Open(Location);
        StandAt(0);
        _services = ScratchWorkspace.BuildServices(definition, Database, _clock);
    }

    /// <summary>Where workspaces of tests are kept that do not say; COPPICE_TEST_DATABASE=postgres runs all of them there.</summary>
    private static DatabaseKind Usual { get; } =
        Environment.GetEnvironmentVariable("COPPICE_TEST_DATABASE") == "postgres" ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    public WorkspaceDefinition Definition { get; }

    /// <summary>What was given to <see cref="Database.Open"/>.</summary>
    public string Location { get; }

    public Database Database { get; }

    public ModelDefinition Model => Definition.Models[0];

    public long ModelId => Get<ModelCatalog>().Number(Model.Name);

    /// <summary>Days from 1 January 2026, UTC.</summary>
    public static DateTimeOffset Day(double days) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days);

    public static long At(double days) => Day(days).ToMicroseconds();

    public static CustomerEvent Event(string customer, string type, double day, double? value = null, double? knownDay = null) =>
        new(customer, type, At(day), At(knownDay ?? day)) { Value = value };

    /// <summary>Forgets what is in memory, as a process that starts on the same database has.</summary>
    public void Restart()
    {
        _services.Dispose();
        _services = ScratchWorkspace.BuildServices(Definition, Database, _clock);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void StandAt(double day) => _clock.StopAt(Day(day));

    /// <summary>Sets the clock and lets it run on: the loop leaves a clock that stands still alone.</summary>
    public void RunOnFrom(double day)
    {
        _clock.StopAt(Day(day));
        _clock.RunOn();
    }

    /// <summary>One turn of the loop; the runs it started are waited for.</summary>
    public async Task<IReadOnlyList<Run>> TurnAsync()
    {
        var started = await Get<RetrainingLoop>().TurnAsync(TestContext.Current.CancellationToken);
        return await Task.WhenAll(started.Select(s => s.End));
    }

    public long Count(string sql) => Database.Read(session => session.Value<long>(sql));

    public RecordedFacts Record(params CustomerEvent[] events) => Database.Write(session => Get<EventStore>().Add(session, events));

    public long Customer(string key) => Database.Read(session => Get<CustomerStore>().Find(session, key))!.Value;

    public Task<ImportReport> ImportEventsAsync(string text, string? mapping = null, params string[] accept) => ImportAsync<EventIntakes>(text, mapping, accept);

    public Task<ImportReport> ImportLabelsAsync(string text, params string[] accept) => ImportAsync<ExampleIntakes>(text, null, accept);

    public Task<ImportReport> ImportOutcomesAsync(string text) => ImportAsync<OutcomeIntakes>(text);

    public Task<ImportReport> ImportAsync<T>(string text, string? mapping = null, params string[] accept)
        where T : IIntakes =>
        Get<ImportTable>().RunAsync(Get<T>().Begin(new IntakeOptions(KnownTimes.AsHappened) { Accept = accept }), Put(text, mapping), TestContext.Current.CancellationToken);

    public Task<LabelSweep> SweepAsync(ModelDefinition? model = null) =>
        Get<MatureLabels>().RunAsync(model ?? Model, TestContext.Current.CancellationToken);

    public Task<Run> RetrainAsync(string strategy = Strategies.Full) =>
        Get<RetrainModel>().RunAsync(Model, new RetrainOptions(strategy, TriggerNames.Manual, "test", null), TestContext.Current.CancellationToken);

    /// <summary>Answers of the champion, recorded; null where another answer has the id.</summary>
    public IReadOnlyList<PredictionResponse?> Predict(params PredictionRequest[] requests)
    {
        var scored = Get<AnswerRows>().Score(requests, [Get<ScoringVersions>().Champion(Model.Name)]);
        return Database.Write(session => Get<AnswerRows>().Record(session, scored))[0];
    }

    public async Task<Deployment> PromoteAsync(string version, string? reason) =>
        (await Get<PromoteChallenger>().RunAsync(ModelId, Model.Name, VersionNumber.Parse(version), "ann", reason, TestContext.Current.CancellationToken)).Deployment!;

    public Task<Deployment> RollBackAsync(string? to = null) =>
        Get<RollBackChampion>().RunAsync(ModelId, Model.Name, to is null ? null : VersionNumber.Parse(to), "ann", "worse", TestContext.Current.CancellationToken);

    /// <summary>Matured labels as known now, in canonical order.</summary>
    public IReadOnlyList<Label> Labels() =>
        Database.Read(session => Get<LabelStore>().Matured(session, ModelId, _clock.GetUtcNow().ToMicroseconds()));

    public void Dispose()
    {
        _services.Dispose();
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private UploadedFile Put(string text, string? mapping)
    {
        string path = Path.Combine(_folder, $"upload-{_files++}");
        File.WriteAllText(path, text);
        return new UploadedFile(path, "file.csv", mapping, "test");
    }
}
