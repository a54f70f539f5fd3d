using Coppice.Server.Alerts;
using Coppice.Server.Audit;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Notes;
using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Features;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Outcomes;
using Coppice.Server.Performance;
using Coppice.Server.Predictions;
using Coppice.Server.Schedules;
using Coppice.Server.Quality;
using Coppice.Server.Ramps;
using Coppice.Server.Serving;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

/// <summary>A workspace of its own in a temporary folder, with the same use cases and lexicon and a clock that is set; gone when disposed of.</summary>
internal sealed class ScratchWorkspace : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Database _database;
    private readonly ServiceProvider _services;

    public ScratchWorkspace(WorkspaceDefinition definition, WorkspaceLexicon lexicon)
    {
        _folder = Directory.CreateTempSubdirectory("coppice-replay-").FullName;
        lexicon.CopyTo(_folder);
        _database = Database.Open(Path.Combine(_folder, "coppice.db"));
        Clock = new WorkspaceClock(TimeProvider.System);
        // Replays judge what is promoted, not how it takes over.
        _services = BuildServices(definition with { Ramp = null }, _database, Clock);
    }

    public WorkspaceClock Clock { get; }

    public Database Database => _database;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The use cases of a workspace without a server around them.</summary>
    internal static ServiceProvider BuildServices(WorkspaceDefinition definition, Database database, WorkspaceClock clock)
    {
        string folder = Path.GetDirectoryName(database.Path)!;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddStorage(database, clock);
        services.AddAudit();
        services.AddSchedules();
        services.AddWorkspaces(definition, folder);
        services.AddQuality();
        services.AddCustomers();
        services.AddNotes(folder);
        services.AddFeatures();
        services.AddPredictions();
        services.AddOutcomes();
        services.AddLabels();
        services.AddModels();
        services.AddTraining();
        services.AddGates();
        services.AddDeployments();
        services.AddTuning();
        services.AddServing();
        services.AddBatches(new BatchOptions { Folder = Path.Combine(folder, "batches"), Earlier = EarlierBatches.Wait });
        services.AddRamps();
        services.AddDrift();
        services.AddPerformance();
        services.AddTriggers();
        services.AddAlerts(definition.Alerts, folder);
        return services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
