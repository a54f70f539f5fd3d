using Coppice.Server.Drift;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// From labels to decision: sweep, split, train, judge, and write version, decision and, where it won, the new champion as one
/// transaction.
/// </summary>
public sealed class ChallengerRun(
    Database database,
    DefinitionInForce workspace,
    MatureLabels matureLabels,
    LabelStore labels,
    StandingReader standings,
    TunedRecipes tuned,
    TrainModel trainModel,
    JudgeChallenger judge,
    RecordDecision record,
    DriftOverview drift,
    TimeProvider time)
{
    /// <summary>How much faster an update forgets where errors have risen since its parent was made (methods 3.3).</summary>
    private const double FadingAfterDrift = 4;

    /// <summary>The run as it ended: done and recorded, or skipped and yet to be closed.</summary>
    internal async Task<Run> ExecuteAsync(Run run, ModelDefinition model, RetrainOptions options, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        var ground = await LookAsync(run, model, options, steps, cancellation);
        var (strategy, rows, waits) = StrategyChooser.Choose(options.Strategy, ground.Model, workspace.Training.Incremental, ground.Standing, ground.Split.Training, ground.Now);
        if (waits is not null)
        {
            live.LastLabel = ground.LastLabel;
            return run with { Strategy = strategy, LastLabel = ground.LastLabel, State = RunStates.Skipped, Error = waits, ErrorCode = TrainingCodes.NothingToUpdate };
        }

        var plan = strategy == Strategies.Full ? PlanOf(ground) : UpdateOf(ground, strategy, rows);
        return await ChallengeAsync(run with { Strategy = strategy }, ground, plan, steps, live, cancellation);
    }

    /// <summary>Lets labels mature and looks where the model stands.</summary>
    internal async Task<RunGround> LookAsync(Run run, ModelDefinition model, RetrainOptions options, StepClock steps, CancellationToken cancellation)
    {
        steps.Enter("labels", "");
        await matureLabels.RunAsync(model, cancellation);
        var now = options.AsOf ?? time.GetUtcNow();
        return database.Read(session =>
        {
            var standing = standings.Read(session, run.ModelId, now.ToMicroseconds());
            var split = standing.Champion is null ? FreshBlock.First(standing.Labels, model.Predicts) : FreshBlock.Next(standing.Labels, standing.Floor);
            split = split with { Training = ReservedCustomers.Without(split.Training, standing.Labels, workspace.Gates.Reserve) };
            var tuning = tuned.InUse(session, model, standing.Champion?.Version);
            var inUse = tuning is null ? model : model with { Recipe = StoredTuning.RecipeOf(tuning.Recipe!) };
            return new RunGround(inUse, standing, split, labels.LastId(session), now, tuning?.RunId)
            {
                Fading = standing.Champion is { } champion && drift.HaveErrorsRisenSince(session, run.ModelId, champion.Version.CreatedAt) ? FadingAfterDrift : 1,
            };
        });
    }

    /// <summary>A full retrain of everything that may be learnt from.</summary>
    internal TrainingPlan PlanOf(RunGround ground) =>
        new(ground.Model, Strategies.Full, ground.Split.Training, null, ground.Standing.Champion, ground.Now.ToMicroseconds(), workspace.Training.Seed) { Tuning = ground.Tuning };

    /// <summary>An update of the champion.</summary>
    internal TrainingPlan UpdateOf(RunGround ground, string strategy, IReadOnlyList<Label> rows)
    {
        var incremental = workspace.Training.Incremental;
        return PlanOf(ground) with
        {
            Strategy = strategy,
            Rows = rows,
            Parent = ground.Standing.Champion,
            Fading = ground.Fading,
            UpdateTrees = strategy switch
            {
                Strategies.Leaves => 0,
                Strategies.Grow => Math.Max(IncrementalOptions.GrowTrees, incremental.Trees),
                _ => incremental.Trees,
            },
        };
    }

    /// <summary>Trains, judges and writes what came of it.</summary>
    internal async Task<Run> ChallengeAsync(Run run, RunGround ground, TrainingPlan plan, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        live.LastLabel = ground.LastLabel;
        run = run with { LastLabel = ground.LastLabel };
        var options = GateSettingsReader.Options(workspace.Gates, ground.Model);
        var trial = await TryAsync(run, ground, plan, options, steps.Report, cancellation);
        steps.Enter("save", "");
        return record.Save(new FinishedRun(run, live, trial.Plan.Model, trial.Trained, trial.Challenger, ground.Standing, ground.Split.Block, trial.Judgement, options, steps.Finish()));
    }

    /// <summary>Trains and judges; nothing is written.</summary>
    internal async Task<ChallengerTrial> TryAsync(
        Run run, RunGround ground, TrainingPlan plan, GateOptions options, Action<string, double, string> report, CancellationToken cancellation)
    {
        var (standing, block) = (ground.Standing, ground.Split.Block);
        var trained = await trainModel.RunAsync(plan, report, cancellation);

        report("judge", 0, $"on {block.Count:N0} fresh labels");
        var challenger = record.Draft(run.ModelId, run, plan.Model, trained, plan.Strategy, standing.Champion?.Version, ground.Now);
        var judgement = database.Read(session => judge.Run(session, new JudgementRequest(
            plan.Model,
            challenger,
            standing.Champion,
            standing.Anchor,
            block,
            PastLabels.Pick(standing.Labels, block, plan.Model.Predicts, workspace.Gates.Reserve, [trained.Lineage, standing.ChampionLineage], drift.WorldSince(session, run.ModelId)),
            trained.Fit.Model.Length + trained.PipelineBytes.Length,
            trained.Fit.Prior,
            trained.Baseline,
            FreshnessReason(session, run, standing, trained, ground.Now),
            CountOverlap(standing, trained, block),
            standing.Looks,
            options,
            ground.Now.ToMicroseconds())
        {
            DataFindings = trained.Quality?.Findings,
        }));
        cancellation.ThrowIfCancellationRequested();
        return new ChallengerTrial(plan, trained, challenger, judgement);
    }

    private static int CountOverlap(Standing standing, TrainedModel trained, IReadOnlyList<Label> block)
    {
        var ids = block.Select(l => l.Id).ToList();
        return trained.Lineage.CountOverlap(ids) + standing.ChampionLineage.CountOverlap(ids) + standing.AnchorLineage.CountOverlap(ids);
    }

    /// <summary>Why a version that is merely no worse is welcome. A repair has to put something right: neither the drift that began it nor inputs that it chose anew are a reason to take what does not.</summary>
    private string? FreshnessReason(Session session, Run run, Standing standing, TrainedModel trained, DateTimeOffset now)
    {
        if (run.Strategy == Strategies.Repair)
            return null;
        if (standing.LiveSince is { } since && now - since > workspace.Gates.MaxAge)
            return $"the champion is {(now - since).TotalDays:0} days old";
        if (drift.Drifted(session, run.ModelId) is [var drifted, ..])
            return $"{drifted.View} have drifted since {drifted.Since:yyyy-MM-dd}";
        return trained.Record.AddedFeatures.Count + trained.Record.RemovedFeatures.Count > 0 ? "its features have changed" : null;
    }
}
