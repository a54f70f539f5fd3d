using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Performance;
using Coppice.Server.Ramps;
using Coppice.Server.Schedules;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// One turn of the loop: labels mature, champions are looked at, triggers are asked, runs start. Retraining turned off starts no run;
/// labels go on maturing and a champion that breaks its promise still goes back.
/// </summary>
public sealed class RetrainingLoop(
    Database database,
    DefinitionInForce workspace,
    WorkspaceClock clock,
    ModelCatalog models,
    MatureLabels matureLabels,
    ChampionWatch watch,
    RampStore ramps,
    AdvanceRamp advanceRamp,
    MeasureDrift measureDrift,
    MeasurePerformance measurePerformance,
    ExpectedErrors expectedErrors,
    ScheduleBook schedules,
    TriggerFactsReader facts,
    IEnumerable<ITrigger> triggers,
    RetrainingSwitch onOff,
    RetrainModel retrain,
    RestoreChampion restore,
    PruneVersions prune,
    ScoreAllCustomers score,
    RunBoard board,
    LoopHealth health,
    ILogger<RetrainingLoop> logger)
{
    /// <summary>Takes one turn over all models and gives the runs it started, each with its end. What fails for one model does not stop the others.</summary>
    public async Task<IReadOnlyList<(Run Run, Task<Run> End)>> TurnAsync(CancellationToken cancellationToken)
    {
        var started = new List<(Run, Task<Run>)>();
        // A clock that stands still is being played with: whoever plays runs the loop as well.
        if (clock.IsStopped)
            return started;
        bool on = onOff.Off is null;
        foreach (var model in models.All.Where(m => !health.IsResting(m.Name)))
        {
            // One turn goes by one definition.
            workspace.Hold();
            try
            {
                if (await TurnAsync(model, on, cancellationToken) is { } run)
                    started.Add(run);
                health.Succeeded(model.Name);
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                Log.TurnFailed(logger, e, model.Name, health.Failed(model.Name, e).RestsUntil);
            }
            finally
            {
                workspace.LetGo();
            }
        }

        return started;
    }

    private async Task<(Run Run, Task<Run> End)?> TurnAsync(ModelDefinition model, bool on, CancellationToken cancellationToken)
    {
        long modelId = models.Number(model.Name);
        await restore.RunAsync(modelId, cancellationToken);
        var due = schedules.Keep(modelId, workspace.TimeZone, Crons(model));
        var sweep = await matureLabels.RunAsync(model, cancellationToken);
        if (await watch.LookAsync(model, modelId, sweep, cancellationToken) is { } rollBack)
            Log.RolledBack(logger, model.Name, rollBack.Reason);
        await advanceRamp.RunAsync(model, modelId, cancellationToken);
        await AsideAsync($"drift of {model.Name}", () => MeasureDriftAsync(model, modelId, cancellationToken));
        if (sweep.Matured + sweep.Corrected > 0)
            await measurePerformance.KeepUpAsync(model, modelId, cancellationToken);
        await AsideAsync($"expected errors of {model.Name}", () => expectedErrors.KeepUpAsync(model, modelId, cancellationToken));
        if (due.FirstOrDefault(s => s.Name == ScheduleNames.Score && s.NextDue <= clock.GetUtcNow()) is { } scoring)
        {
            if (score.CanAnswer(model))
                score.Start(model.Name, Actors.Coppice);
            schedules.Done(scoring);
        }

        if (!on || board.IsTaken(modelId))
            return null;
        if (due.FirstOrDefault(s => s.Name == ScheduleNames.Prune && s.NextDue <= clock.GetUtcNow()) is { } pruning)
        {
            await prune.RunAsync(model, modelId, Actors.Coppice, cancellationToken);
            schedules.Done(pruning);
        }

        // What takes over was judged against the champion: nothing is learnt that would be judged against it as well.
        if (database.Read(session => ramps.Running(session, modelId)) is not null)
            return null;
        return Ask(model, database.Read(session => facts.Read(session, model, modelId)));
    }

    private async Task MeasureDriftAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        foreach (var view in await measureDrift.RunAsync(model, modelId, cancellationToken))
            Log.Drifted(logger, model.Name, view.View, view.Verdict, view.Sentence);
    }

    /// <summary>What keeps something from being measured keeps no model from learning.</summary>
    private async Task AsideAsync(string subject, Func<Task> work)
    {
        if (health.IsResting(subject))
            return;
        try
        {
            await work();
            health.Succeeded(subject);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.TurnFailed(logger, e, subject, health.Failed(subject, e).RestsUntil);
        }
    }

    private (Run Run, Task<Run> End)? Ask(ModelDefinition model, TriggerFacts told)
    {
        foreach (var trigger in triggers)
        {
            var answer = trigger.Ask(told);
            if (answer.State is TriggerState.Off or TriggerState.Waiting)
                continue;
            (Run, Task<Run>)? run = null;
            if (answer.State == TriggerState.Due)
            {
                Log.Triggered(logger, model.Name, trigger.Name, answer.Sentence);
                run = retrain.Start(model, new RetrainOptions(answer.Strategy, trigger.Name, Actors.Coppice, null));
            }

            foreach (var schedule in ScheduleTrigger.Served(told.Schedules, answer.Strategy, told.Now).Where(_ => trigger is ScheduleTrigger))
                schedules.Done(schedule);
            if (run is not null)
                return run;
        }

        return null;
    }

    private Dictionary<string, string?> Crons(ModelDefinition model) => new()
    {
        [ScheduleNames.Incremental] = workspace.Schedule.Incremental,
        [ScheduleNames.Full] = workspace.Schedule.Full,
        [ScheduleNames.Compare] = workspace.Schedule.Compare,
        [ScheduleNames.Prune] = workspace.Schedule.Prune,
        [ScheduleNames.Score] = ScoreAllCustomers.ComputesInputs(model) ? workspace.Schedule.Score : null,
    };
}
