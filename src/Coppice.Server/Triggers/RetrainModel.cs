using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// One run from labels to decision: sweep, split, train, judge, and write version, decision and, where it won, the new champion
/// as one transaction. Whatever ends a run early leaves the champion where it was and nothing half done.
/// </summary>
public sealed class RetrainModel(
    Database database,
    ModelCatalog models,
    WorkspaceDefinition workspace,
    MatureLabels matureLabels,
    StandingReader standings,
    TrainModel trainModel,
    JudgeChallenger judge,
    RecordDecision record,
    RunStore runs,
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
        if (!board.TryTake(modelId))
            throw new TrainingException(TrainingCodes.AlreadyRunning, $"A run of {model.Name} is under way; one model learns one thing at a time.");
        try
        {
            var run = Record(modelId, options);
            var live = board.Open(run.Id);
            return (run, Task.Run(async () => metrics.Count(model.Name, await ExecuteAsync(run, modelId, model, options, live))));
        }
        catch
        {
            board.Release(modelId);
            throw;
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

    /// <summary>Runs to the end.</summary>
    public async Task<Run> RunAsync(ModelDefinition model, RetrainOptions options, CancellationToken cancellationToken)
    {
        var (run, end) = Start(model, options);
        await using var registration = cancellationToken.Register(() => board.Find(run.Id)?.Cancellation.Cancel());
        return await end;
    }

    private async Task<Run> ExecuteAsync(Run run, long modelId, ModelDefinition model, RetrainOptions options, RunBoard.LiveRun live)
    {
        try
        {
            return await LearnAndJudgeAsync(run, modelId, model, options, live);
        }
        catch (OperationCanceledException)
        {
            return Close(run with { State = RunStates.Cancelled, Error = "Cancelled; the champion stayed." });
        }
        catch (TrainingException e)
        {
            return Close(run with { State = RunStates.Failed, Error = e.Message, ErrorCode = e.Code });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.RunFailed(logger, e, run.Id, model.Name);
            return Close(run with { State = RunStates.Failed, Error = $"The run failed: {e.Message}", ErrorCode = "COP-TRAIN-000" });
        }
        finally
        {
            board.Release(modelId);
            board.Close(run.Id);
        }
    }

    private async Task<Run> LearnAndJudgeAsync(Run run, long modelId, ModelDefinition model, RetrainOptions options, RunBoard.LiveRun live)
    {
        var steps = new StepClock(time, live);
        steps.Enter("labels", "");
        var cancellation = live.Cancellation.Token;
        await matureLabels.RunAsync(model, cancellation);
        var now = options.AsOf ?? time.GetUtcNow();
        long knownBy = now.ToMicroseconds();
        var standing = database.Read(session => standings.Read(session, modelId, knownBy));
        var split = standing.Champion is null ? FreshBlock.First(standing.Labels) : FreshBlock.Next(standing.Labels, standing.Floor);
        var (strategy, rows) = StrategyChooser.Choose(options.Strategy, model, workspace.Training.Incremental, standing, split.Training, now);
        run = run with { Strategy = strategy };
        var plan = new TrainingPlan(model, strategy, rows, strategy == Strategies.Full ? null : standing.Champion, standing.Champion, knownBy, workspace.Training.Seed)
        {
            UpdateTrees = strategy == Strategies.Grow ? Math.Max(IncrementalOptions.GrowTrees, workspace.Training.Incremental.Trees) : workspace.Training.Incremental.Trees,
        };
        var trained = await trainModel.RunAsync(plan, steps.Report, cancellation);

        steps.Enter("judge", $"on {split.Block.Count:N0} fresh labels");
        var gateOptions = GateSettingsReader.Options(workspace.Gates);
        var challenger = record.Draft(modelId, run, model, trained, strategy, standing.Champion?.Version, now);
        var judgement = database.Read(session => judge.Run(session, new JudgementRequest(
            model,
            challenger,
            standing.Champion,
            standing.Anchor,
            split.Block,
            trained.Fit.Prior,
            FreshnessReason(standing, trained, now),
            CountOverlap(standing, trained, split.Block),
            standing.Looks,
            gateOptions,
            knownBy)));
        cancellation.ThrowIfCancellationRequested();

        steps.Enter("save", "");
        return record.Save(new FinishedRun(run, model, trained, challenger, standing, split.Block, judgement, gateOptions, steps.Finish()));
    }

    private static int CountOverlap(Standing standing, TrainedModel trained, IReadOnlyList<Label> block)
    {
        var ids = block.Select(l => l.Id).ToList();
        return trained.Lineage.CountOverlap(ids) + standing.ChampionLineage.CountOverlap(ids) + standing.AnchorLineage.CountOverlap(ids);
    }

    private string? FreshnessReason(Standing standing, TrainedModel trained, DateTimeOffset now)
    {
        if (standing.LiveSince is { } since && now - since > workspace.Gates.MaxAge)
            return $"the champion is {(now - since).TotalDays:0} days old";
        return trained.Record.AddedFeatures.Count + trained.Record.RemovedFeatures.Count > 0 ? "its features have changed" : null;
    }

    private Run Close(Run run)
    {
        run = run with { FinishedAt = time.GetUtcNow() };
        database.Write(session => runs.Finish(session, run));
        return run;
    }
}
