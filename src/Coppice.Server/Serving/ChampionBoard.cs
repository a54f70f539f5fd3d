using System.Collections.Concurrent;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>
/// The version that answers, per model: an immutable snapshot behind one reference. A request takes it once and keeps it to its
/// end; a change of champion puts another in its place between two requests.
/// </summary>
public sealed class ChampionBoard
{
    private readonly ConcurrentDictionary<long, LoadedVersion?> _champions = new();
    private readonly Database _database;
    private readonly DeploymentStore _deployments;
    private readonly VersionStore _versions;
    private readonly VersionLoader _loader;
    private readonly RestoreChampion _restore;

    public ChampionBoard(Database database, DeploymentStore deployments, VersionStore versions, VersionLoader loader, RestoreChampion restore, DeploymentSignal signal)
    {
        _restore = restore;
        _database = database;
        _deployments = deployments;
        _versions = versions;
        _loader = loader;
        signal.Listen(modelId => _champions[modelId] = Load(modelId));
    }

    /// <summary>Null before the first promotion.</summary>
    public LoadedVersion? Find(long modelId) => _champions.GetOrAdd(modelId, Load);

    private LoadedVersion? Load(long modelId)
    {
        try
        {
            return Read(modelId);
        }
        catch (UnusableVersionException)
        {
            // Where no version is healthy, reading again says so to whoever asked.
            _restore.RunAsync(modelId, CancellationToken.None).GetAwaiter().GetResult();
            return Read(modelId);
        }
    }

    private LoadedVersion? Read(long modelId) => _database.Read(session =>
        _deployments.Latest(session, modelId) is { } line ? _loader.Load(session, _versions.Find(session, line.ToId)!) : null);
}
