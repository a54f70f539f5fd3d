using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>
/// Which recipe a model is learnt with. A recipe from a search is in use for as long as the champion was fitted with it: a rollback takes it
/// back, a person who promotes a held winner brings it in. It gives way once the definition file says something else, or somebody forgets it.
/// </summary>
public sealed class TunedRecipes(TuningStore tunings)
{
    /// <summary>The search whose recipe is in use; null where the definition file's is.</summary>
    public StoredTuning? InUse(Session session, ModelDefinition model, ModelVersion? champion)
    {
        if (champion is null || RecordOf(champion).Tuning is not { } run || tunings.Find(session, run) is not { ForgottenAt: null, Recipe: not null } tuning)
            return null;
        return StoredTuning.RecipeOf(tuning.Definition) == model.Recipe ? tuning : null;
    }

    /// <summary>When the search was that a version has its recipe from; null where the definition file gave it.</summary>
    public DateTimeOffset? Date(Session session, VersionRecord record) => record.Tuning is { } run ? tunings.Date(session, run) : null;

    private static VersionRecord RecordOf(ModelVersion version) => JsonSerializer.Deserialize<VersionRecord>(version.Record, CoppiceJson.Options)!;
}
