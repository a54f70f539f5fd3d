using System.Collections.Concurrent;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>
/// The version that answers, per model: an immutable snapshot behind one reference. A request takes it once and keeps it to its
/// end; a change of champion puts another in its place between two requests, after it has been checked and warmed up.
/// </summary>
public sealed class ChampionBoard
{
    private readonly ConcurrentDictionary<long, ChampionSnapshot?> _champions = new();
    private readonly ConcurrentDictionary<string, long> _numbers = new();
    private readonly Database _database;
    private readonly ModelCatalog _models;
    private readonly DeploymentStore _deployments;
    private readonly VersionStore _versions;
    private readonly VersionLoader _loader;
    private readonly WarmUp _warmUp;
    private readonly RestoreChampion _restore;
    private readonly RampStore _ramps;
    private readonly RampMeters _meters;
    private readonly ILogger<ChampionBoard> _logger;

    public ChampionBoard(
        Database database,
        ModelCatalog models,
        DeploymentStore deployments,
        VersionStore versions,
        VersionLoader loader,
        WarmUp warmUp,
        RestoreChampion restore,
        RampStore ramps,
        RampMeters meters,
        ILogger<ChampionBoard> logger,
        DeploymentSignal signal,
        DefinitionInForce workspace)
    {
        _database = database;
        _models = models;
        _deployments = deployments;
        _versions = versions;
        _loader = loader;
        _warmUp = warmUp;
        _restore = restore;
        _ramps = ramps;
        _meters = meters;
        _logger = logger;
        signal.Listen(Swap);
        workspace.Listen(Redefine);
    }

    /// <summary>Null before the first promotion.</summary>
    public LoadedVersion? Find(long modelId) => Snapshot(modelId)?.Version;

    /// <summary>Whose customers are another version's by now; null where none takes over from the champion.</summary>
    public RampSplit? Ramp(long modelId) => Snapshot(modelId)?.Ramp;

    /// <summary>What answers for a model.</summary>
    /// <exception cref="Http.RequestException">There is no model of that name.</exception>
    /// <exception cref="ServingException">Nothing answers for it yet.</exception>
    public ChampionSnapshot Require(string model)
    {
        if (!_numbers.TryGetValue(model, out long modelId))
            _numbers[model] = modelId = _models.Require(model).Id;
        return Snapshot(modelId)
            ?? throw new ServingException(ServingCodes.NoChampion, $"{model} has no champion yet: coppice retrain {model} trains the first one.");
    }

    private ChampionSnapshot? Snapshot(long modelId) =>
        _champions.TryGetValue(modelId, out var snapshot) ? snapshot : _champions.GetOrAdd(modelId, id => Load(id, null));

    private void Swap(long modelId)
    {
        _champions.TryGetValue(modelId, out var current);
        _champions[modelId] = Load(modelId, current);
    }

    /// <summary>The same versions answer by what the definition says of their models now.</summary>
    private void Redefine()
    {
        foreach (var (modelId, snapshot) in _champions)
        {
            if (snapshot is not null && _models.All.FirstOrDefault(m => m.Name == snapshot.Model.Name) is { } model)
                _champions.TryUpdate(modelId, Redefined(model, snapshot, snapshot.Ramp is { } ramp ? ramp.With(Redefined(model, ramp.Challenger, null)) : null), snapshot);
        }
    }

    private static ChampionSnapshot Redefined(ModelDefinition model, ChampionSnapshot snapshot, RampSplit? ramp) => new(model, snapshot.ModelId, snapshot.Version, snapshot) { Ramp = ramp };

    private ChampionSnapshot? Load(long modelId, ChampionSnapshot? current)
    {
        var (model, version) = ReadHealthy(modelId);
        if (model is null || version is null)
            return null;
        var snapshot = new ChampionSnapshot(model, modelId, version, current) { Ramp = LoadRamp(model, modelId, version) };
        _warmUp.Run(snapshot);
        return snapshot;
    }

    private RampSplit? LoadRamp(ModelDefinition model, long modelId, LoadedVersion champion)
    {
        var (ramp, step, version) = _database.Read(session =>
        {
            var running = _ramps.Running(session, modelId);
            return running is null || running.FromId != champion.Version.Id
                ? default((Ramp?, RampStep, ModelVersion))
                : (running, _ramps.Steps(session, running.Id)[^1], _versions.Find(session, running.ToId)!);
        });
        if (ramp is null)
            return null;
        try
        {
            var challenger = new ChampionSnapshot(model, modelId, _database.Read(session => _loader.Load(session, version)), null);
            _warmUp.Run(challenger);
            return new RampSplit(ramp, step, challenger, _meters.Of(ramp.Id));
        }
        catch (UnusableVersionException e)
        {
            Splits.Log.ChallengerUnusable(_logger, model.Name, version.Number.ToString(), e.Message);
            return null;
        }
    }

    private (ModelDefinition? Model, LoadedVersion? Version) ReadHealthy(long modelId)
    {
        try
        {
            return Read(modelId);
        }
        catch (UnusableVersionException)
        {
            // Where no version before it is healthy either, reading again tells whoever asked.
            _restore.RunAsync(modelId, CancellationToken.None).GetAwaiter().GetResult();
            return Read(modelId);
        }
    }

    private (ModelDefinition? Model, LoadedVersion? Version) Read(long modelId) => _database.Read(session =>
    {
        var live = _deployments.Latest(session, modelId) is { } line ? _versions.Find(session, line.ToId) : null;
        return (_models.Find(session, modelId), live is null ? null : _loader.Load(session, live));
    });
}
