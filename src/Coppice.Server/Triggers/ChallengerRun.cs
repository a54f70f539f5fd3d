using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// From labels to decision: sweep, split, train, judge, and write version, decision and, where it won, the new champion as one
/// transaction.
/// </summary>
public sealed class ChallengerRun(
    Database database,
    WorkspaceDefinition workspace,
    MatureLabels matureLabels,
    LabelStore labels,
    StandingReader standings,
    TrainModel trainModel,
    JudgeChallenger judge,
    RecordDecision record,
    TimeProvider time)
{
    /// <summary>The run as it ended: done and recorded, or skipped and yet to be closed.</summary>
    internal async Task<Run> ExecuteAsync(Run run, ModelDefinition model, RetrainOptions options, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        steps.Enter("labels", "");
        await matureLabels.RunAsync(model, cancellation);
        var now = options.AsOf ?? time.GetUtcNow();
        long knownBy = now.ToMicroseconds();
        var (standing, lastLabel) = database.Read(session => (standings.Read(session, run.ModelId, knownBy), labels.LastId(session)));
        live.LastLabel = lastLabel;
        var split = standing.Champion is null ? FreshBlock.First(standing.Labels, model.Predicts) : FreshBlock.Next(standing.Labels, standing.Floor);
        var (strategy, rows, waits) = StrategyChooser.Choose(options.Strategy, model, workspace.Training.Incremental, standing, split.Training, now);
        run = run with { Strategy = strategy, LastLabel = lastLabel };
        if (waits is not null)
            return run with { State = RunStates.Skipped, Error = waits, ErrorCode = TrainingCodes.NothingToUpdate };
        var plan = new TrainingPlan(model, strategy, rows, strategy == Strategies.Full ? null : standing.Champion, standing.Champion, knownBy, workspace.Training.Seed)
        {
            UpdateTrees = strategy == Strategies.Grow ? Math.Max(IncrementalOptions.GrowTrees, workspace.Training.Incremental.Trees) : workspace.Training.Incremental.Trees,
        };
        var trained = await trainModel.RunAsync(plan, steps.Report, cancellation);

        steps.Enter("judge", $"on {split.Block.Count:N0} fresh labels");
        var gateOptions = GateSettingsReader.Options(workspace.Gates);
        var challenger = record.Draft(run.ModelId, run, model, trained, strategy, standing.Champion?.Version, now);
        var judgement = database.Read(session => judge.Run(session, new JudgementRequest(
            model,
            challenger,
            standing.Champion,
            standing.Anchor,
            split.Block,
            trained.Fit.Prior,
            trained.Baseline,
            FreshnessReason(standing, trained, now),
            CountOverlap(standing, trained, split.Block),
            standing.Looks,
            gateOptions,
            knownBy)));
        cancellation.ThrowIfCancellationRequested();

        steps.Enter("save", "");
        return record.Save(new FinishedRun(run, live, model, trained, challenger, standing, split.Block, judgement, gateOptions, steps.Finish()));
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
}
