using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Gates.Reviews;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// One run from its first row in the table to its last: it waits for its turn, keeps to its time, and whatever ends it early leaves the
/// champion where it was and nothing half done.
/// </summary>
public sealed class RetrainModel(
    Database database,
    ModelCatalog models,
    DefinitionInForce workspace,
    LabelStore labels,
    ChallengerRun challengerRun,
    ComparisonRun comparisonRun,
    TuningRun tuningRun,
    RepairRun repairRun,
    ReviewDecisions review,
    CheckEstimates checkEstimates,
    RampStore ramps,
    VersionStore versions,
    RunStore runs,
    RunLogStore logs,
    RunBoard board,
    RunMetrics metrics,
    TimeProvider time,
    ILogger<RetrainModel> logger)
{
    /// <summary>Starts a run; the task of the result ends when the run does, and never throws.</summary>
    /// <exception cref="TrainingException">Another run of the model is under way.</exception>
    public (Run Run, Task<Run> End) Start(ModelDefinition model, RetrainOptions options)
    {
        long modelId = models.Number(model.Name);
        if (options.Strategy != Strategies.Compare)
            RequireNoRamp(model.Name, modelId);
        if (!board.TryTake(modelId))
            throw new TrainingException(TrainingCodes.AlreadyRunning, $"A run of {model.Name} is under way; one model learns one thing at a time.");
        try
        {
            var run = Record(modelId, options);
            var live = board.Open(run.Id, modelId, new RunLog(database, logs, time, run.Id));
            return (run, Task.Run(async () => metrics.Count(model.Name, await ExecuteAsync(run, model, options, live))));
        }
        catch
        {
            board.Release(modelId);
            throw;
        }
    }

    /// <summary>Runs to the end.</summary>
    public async Task<Run> RunAsync(ModelDefinition model, RetrainOptions options, CancellationToken cancellationToken)
    {
        var (run, end) = Start(model, options);
        await using var registration = cancellationToken.Register(() => board.Find(run.Id)?.Cancellation.Cancel());
        return await end;
    }

    /// <summary>What takes over was judged against the champion; another version would be judged against it as well, and one of the two decisions would not count.</summary>
    private void RequireNoRamp(string model, long modelId)
    {
        var (ramp, number) = database.Read(session => ramps.Running(session, modelId) is { } running ? (running, versions.Find(session, running.ToId)?.Number) : (null, null));
        if (ramp is not null)
        {
            throw new TrainingException(
                TrainingCodes.RampUnderWay,
                $"{model} {number} is taking over since {ramp.StartedAt:d MMM}; the next version is learnt once it has: coppice ramp {model} says how far it is, --stop ends it.");
        }
    }

    private Run Record(long modelId, RetrainOptions options)
    {
        var run = new Run
        {
            ModelId = modelId,
            Strategy = options.Strategy,
            Trigger = options.Trigger,
            Actor = options.Actor,
            State = RunStates.Running,
            StartedAt = time.GetUtcNow(),
        };
        return run with { Id = database.Write(session => runs.Start(session, run)) };
    }

    private async Task<Run> ExecuteAsync(Run run, ModelDefinition model, RetrainOptions options, LiveRun live)
    {
        try
        {
            using var turn = await board.TakeTurnAsync(live.Cancellation.Token);
            var ended = await ExecuteInTimeAsync(run, model, options, live);
            if (ended.State == RunStates.Skipped)
                return Close(ended, live);
            await ReviewAsync(ended, model, live);
            return ended;
        }
        catch (OperationCanceledException)
        {
            return Close(run with { State = RunStates.Cancelled, Error = "Cancelled; the champion stayed." }, live);
        }
        catch (RefusalException e)
        {
            return Close(run with { State = RunStates.Failed, Error = e.Message, ErrorCode = e.Code }, live);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.RunFailed(logger, e, run.Id, model.Name);
            return Close(run with { State = RunStates.Failed, Error = $"The run failed: {e.Message}", ErrorCode = "COP-TRAIN-000" }, live);
        }
        finally
        {
            board.Release(run.ModelId);
            board.Close(run.Id);
        }
    }

    private async Task<Run> ExecuteInTimeAsync(Run run, ModelDefinition model, RetrainOptions options, LiveRun live)
    {
        // A search has its own time; what follows it is a run like any other.
        using var limit = new CancellationTokenSource(workspace.Training.MaxTime + TimeSpan.FromMinutes(MinutesOfSearch(options)), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(live.Cancellation.Token, limit.Token);
        try
        {
            using var span = Spans.Coppice.StartActivity($"run {model.Name}")?.SetTag("run", run.Id).SetTag("strategy", options.Strategy).SetTag("trigger", options.Trigger);
            using var steps = new StepClock(time, live, options.Strategy);
            return options.Strategy switch
            {
                Strategies.Compare => comparisonRun.Execute(run, model, steps, live, both.Token),
                Strategies.Tune => await tuningRun.ExecuteAsync(run, model, options, steps, live, both.Token),
                Strategies.Repair => await repairRun.ExecuteAsync(run, model, options, steps, live, both.Token),
                _ => await challengerRun.ExecuteAsync(run, model, options, steps, live, both.Token),
            };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !live.Cancellation.IsCancellationRequested)
        {
            throw new TrainingException(
                TrainingCodes.TookTooLong,
                $"{model.Name}: the run was stopped after {workspace.Training.MaxTime.TotalMinutes:0} minutes, the most that training.max_minutes allows; the champion stayed.");
        }
    }

    /// <summary>What came true since the last decisions is looked at again; what keeps that from happening is no fault of the run, which is over.</summary>
    private async Task ReviewAsync(Run run, ModelDefinition model, LiveRun live)
    {
        try
        {
            await review.RunAsync(model, run.ModelId, live.Cancellation.Token);
            await checkEstimates.RunAsync(model, run.ModelId, live.Cancellation.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.ReviewFailed(logger, e, run.Id, model.Name);
        }
    }

    private double MinutesOfSearch(RetrainOptions options) =>
        options.Tuning?.Minutes ?? (options.Strategy == Strategies.Repair ? workspace.Training.Repair?.TuneMinutes : null) ?? 0;

    private Run Close(Run run, LiveRun live)
    {
        run = run with { FinishedAt = time.GetUtcNow() };
        database.Write(session =>
        {
            // A search that brought no challenger has kept no label from deciding.
            runs.Finish(session, run with { LastLabel = live.LastLabel > 0 || run.Strategy == Strategies.Tune ? live.LastLabel : labels.LastId(session) });
            live.Log.End(session, run.Error ?? run.State);
        });
        return run;
    }
}
