using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Finds who answers: champions, or a version by its number.</summary>
public sealed class ScoringVersions(Database database, ModelCatalog catalog, ChampionBoard champions, VersionStore versions, VersionLoader loader)
{
    /// <summary>The champion of a model, or without one the champions of every model that has any.</summary>
    /// <exception cref="ServingException">There is none.</exception>
    public IReadOnlyList<ScoringVersion> Champions(string? model)
    {
        if (model is not null)
            return [Champion(model)];
        var all = catalog.All.Select(m => Find(m, catalog.Number(m.Name))).OfType<ScoringVersion>().ToList();
        return all.Count > 0 ? all : throw new ServingException(ServingCodes.NoChampion, "No model has a champion yet: coppice retrain trains the first ones.");
    }

    public ScoringVersion Champion(string model) => Find(model)
        ?? throw new ServingException(ServingCodes.NoChampion, $"{model} has no champion yet: coppice retrain {model} trains the first one.");

    /// <summary>The champion of a model; null before the first.</summary>
    public ScoringVersion? Find(string model)
    {
        var (definition, id) = catalog.Require(model);
        return Find(definition, id);
    }

    /// <summary>A version by its number in the database.</summary>
    public ScoringVersion Load(string model, long versionId)
    {
        var (definition, id) = catalog.Require(model);
        return AsNow(new ScoringVersion(definition, id, database.Read(session => loader.Load(session, versions.Find(session, versionId)!))));
    }

    /// <summary>The same version, with the customers that another one has taken over by now.</summary>
    public ScoringVersion AsNow(ScoringVersion version) =>
        version with { Ramp = champions.Ramp(version.ModelId) is { } ramp && version.Arm == Arms.Champion && ramp.IsFrom(version.Loaded) ? ramp : null };

    private ScoringVersion? Find(ModelDefinition model, long id) => champions.Find(id) is { } champion ? AsNow(new ScoringVersion(model, id, champion)) : null;
}
