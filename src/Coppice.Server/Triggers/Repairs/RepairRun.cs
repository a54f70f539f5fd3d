using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>
/// Puts a model right that got worse: tries what may do so, the cheapest first, judges each by the same gates on the same fresh rows, and lets the
/// cheapest that suffices answer (decision 0024). One run, one decision.
/// </summary>
public sealed class RepairRun(Database database, DefinitionInForce workspace, ChallengerRun challenger, TuningRun tuning, DecisionStore decisions, RecordDecision record, TimeProvider time)
{
    internal async Task<Run> ExecuteAsync(Run run, ModelDefinition model, RetrainOptions options, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        var ground = await challenger.LookAsync(run, model, options, steps, cancellation);
        live.LastLabel = ground.LastLabel;
        run = run with { LastLabel = ground.LastLabel };
        var promotion = Promotion(ground);
        bool canRepair = ground.Standing.Champion is not null && ground.Model.Recipe.HasMembers;
        IReadOnlyList<PlannedRung> planned = canRepair
            ? new RepairPlan(challenger, workspace.Training, promotion).Of(ground)
            : [new PlannedRung(RepairRungs.Full, challenger.PlanOf(ground))];
        var gates = RepairRule.Share(GateSettingsReader.Options(workspace.Gates, ground.Model), planned.Count(rung => rung.Plan is not null));
        var rule = new RepairRule(LabelledRows.Of(ground.Split.Block), PromisedLevel.Of(ground.Model.Predicts, promotion), gates);

        var tried = new List<TriedRung>();
        for (int i = 0; i < planned.Count && !tried.Any(rung => rule.EndsWith(rung.Trial.Judgement)); i++)
        {
            if (planned[i].Plan is null)
                continue;
            long began = time.GetTimestamp();
            if (await PlanAsync(run, planned[i], ground, steps, live, cancellation) is not { } plan)
            {
                planned = [.. planned.Select((rung, place) => place == i ? rung with { Plan = null, LeftOut = "the search found no better recipe" } : rung)];
                continue;
            }

            var trial = await challenger.TryAsync(run, ground, plan, gates, steps.OfRung(planned[i].Rung), cancellation);
            tried.Add(new TriedRung(planned[i].Rung, trial, time.GetElapsedTime(began).TotalSeconds));
            live.Log.Say($"{planned[i].Rung}: {trial.Judgement.Decision.Sentence}");
        }

        return Save(run, ground, planned, tried, rule, gates, steps, live);
    }

    private Run Save(Run run, RunGround ground, IReadOnlyList<PlannedRung> planned, List<TriedRung> tried, RepairRule rule, GateOptions gates, StepClock steps, LiveRun live)
    {
        steps.Enter("save", "");
        Judgement[] judgements = [.. tried.Select(rung => rung.Trial.Judgement)];
        int? winner = rule.Winner(judgements);
        var told = tried[winner ?? RepairRule.Nearest(judgements)];
        var decision = told.Trial.Judgement.Decision;
        string sentence = (winner, decision.Reason) switch
        {
            (not null, DecisionReasons.First) or (_, DecisionReasons.InsufficientLabels) => decision.Sentence,
            (not null, _) => $"{RepairRungs.Done(told.Rung)}, {(rule.Restores(told.Trial.Judgement) ? "which keeps what was promised" : "the cheapest that is as good as any")}: {decision.Sentence}",
            _ => $"no rung is enough; the nearest, {RepairRungs.Done(told.Rung)}: {decision.Sentence}",
        };
        return record.Save(new FinishedRun(
            run,
            live,
            told.Trial.Plan.Model,
            told.Trial.Trained,
            told.Trial.Challenger,
            ground.Standing,
            ground.Split.Block,
            told.Trial.Judgement with { Decision = decision with { Sentence = sentence } },
            gates,
            steps.Finish())
        {
            Repair = new RepairReport(rule, gates).Of(planned, tried, winner),
        });
    }

    /// <summary>How a rung is learnt; null where a search finds nothing to learn by.</summary>
    private async Task<TrainingPlan?> PlanAsync(Run run, PlannedRung rung, RunGround ground, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        if (rung.Rung != RepairRungs.Tune)
            return rung.Plan;
        var options = new TuningOptions { Minutes = workspace.Training.Repair!.TuneMinutes!.Value, Seed = workspace.Training.Seed };
        var found = await tuning.SearchAsync(run, ground.Model, rung.Plan!, options, steps.OfRung(rung.Rung), live, cancellation);
        return found.Winner is { } recipe ? rung.Plan! with { Model = rung.Plan.Model with { Recipe = recipe }, Tuning = run.Id } : null;
    }

    /// <summary>What was measured when the champion was promoted; null where there is none.</summary>
    private DecisionReport? Promotion(RunGround ground) =>
        ground.Standing.Champion is { } champion ? database.Read(session => decisions.OfVersion(session, champion.Version.Id))?.ReadReport() : null;
}
