using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>Goes back to the recipe of the definition file: the champion stays, the next full retrain follows the file again.</summary>
public sealed class ForgetTuning(
    Database database,
    TunedRecipes tuned,
    TuningStore tunings,
    DeploymentStore deployments,
    VersionStore versions,
    AuditStore audit,
    TimeProvider time)
{
    /// <summary>The search that was forgotten.</summary>
    /// <exception cref="TuningException">The recipe in use is the definition file's already.</exception>
    public Task<StoredTuning> RunAsync(ModelDefinition model, long modelId, string actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Write(session =>
        {
            var champion = deployments.Latest(session, modelId) is { } line ? versions.Find(session, line.ToId) : null;
            var tuning = tuned.InUse(session, model, champion)
                ?? throw new TuningException(TuningCodes.NothingTuned, $"{model.Name} is learnt with the recipe of coppice.yaml, {model.Recipe.Name}; there is no tuned one to forget.");
            tunings.Forget(session, tuning.RunId, time.GetUtcNow(), actor);
            audit.Append(session, actor, "forget_tuning", model.Name, new { run = tuning.RunId });
            return tuning;
        }));
    }
}
