using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

/// <summary>Takes a ramp its next step, to its end, or back, as the look at it says.</summary>
public sealed class AdvanceRamp(
    Database database,
    RampStore ramps,
    RampWatch watch,
    PromoteChallenger promote,
    EndRamp endRamp,
    PredictionStore predictions,
    VersionStore versions,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time,
    ILogger<AdvanceRamp> logger)
{
    /// <summary>A look every five minutes: the rules are valid at every one, but each costs some reading.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>What became of the ramp of a model; null where there is none, or it was looked at a moment ago.</summary>
    public async Task<RampVerdict?> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (database.Read(session => ramps.Running(session, modelId)) is not { } ramp)
            return null;
        if (watch.Find(ramp.Id) is { } last && time.GetUtcNow() - last.Facts.Now < BetweenLooks)
            return null;
        var verdict = Look(model, ramp);
        if (verdict.Move is RampMove.Advance)
            Advance(model.Name, ramp);
        if (verdict.Move is RampMove.Stop)
            await StopAsync(model.Name, modelId, verdict, cancellationToken);
        if (verdict.Move is RampMove.Stop or RampMove.Advance)
            Log.Moved(logger, model.Name, ramp.Id, verdict.Move, verdict.Sentence);
        if (database.Read(session => ramps.Running(session, modelId)) is null)
            watch.Forget(ramp.Id);
        return verdict;
    }

    private RampVerdict Look(ModelDefinition model, Ramp ramp)
    {
        try
        {
            return watch.Look(model, ramp).Verdict;
        }
        catch (UnusableVersionException e)
        {
            return new RampVerdict(RampMove.Stop, RampCodes.Fails, e.Message.TrimEnd('.'));
        }
    }

    private void Advance(string model, Ramp ramp)
    {
        bool isMoved = database.Write(session =>
        {
            // A person may have ended it since it was looked at.
            if (ramps.Running(session, ramp.ModelId)?.Id != ramp.Id)
                return false;
            int next = (int)ramps.Steps(session, ramp.Id)[^1].Step + 1;
            if (next == ramp.Steps.Count)
            {
                promote.Conclude(session, model, ramp);
                return true;
            }

            ramps.Add(session, new RampStep(0, ramp.Id, next, ramp.Steps[next], time.GetUtcNow(), predictions.LastId(session)));
            audit.Append(session, Actors.Coppice, "ramp_step", $"{model} {Number(session, ramp)}", new { share = ramp.Steps[next] / (double)RampOptions.Everybody });
            return true;
        });
        if (isMoved)
            signal.Raise(ramp.ModelId);
    }

    private async Task StopAsync(string model, long modelId, RampVerdict verdict, CancellationToken cancellationToken)
    {
        try
        {
            await endRamp.StopAsync(modelId, model, Actors.Coppice, verdict.Code, verdict.Sentence, cancellationToken);
        }
        catch (DeploymentException e) when (e.Code == DeploymentCodes.NoRamp)
        {
            // A person was quicker.
        }
    }

    private string Number(Session session, Ramp ramp) => versions.Find(session, ramp.ToId)!.Number.ToString();
}
