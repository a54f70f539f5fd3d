using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// Searches for a better recipe on the rows that may be learnt from, then fits the winner as any full retrain does and lets the same gates
/// judge it on rows that the search has not seen.
/// </summary>
public sealed class TuningRun(
    Database database,
    ChallengerRun challenger,
    SearchRecipes search,
    TuningStore tunings,
    RunStore runs,
    AuditStore audit,
    TimeProvider time)
{
    internal async Task<Run> ExecuteAsync(Run run, ModelDefinition model, RetrainOptions options, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        var ground = await challenger.LookAsync(run, model, options, steps, cancellation);
        var plan = challenger.PlanOf(ground);
        var result = await SearchAsync(run, model, plan, options.Tuning!, steps.Report, live, cancellation);

        bool first = ground.Standing.Champion is null;
        if (options.Tuning!.Purpose == TuningPurpose.Look)
            return Finish(run, ground, result, "looked", "Only looked: nothing was trained.", steps, live);
        if (result.Winner is null && !first)
            return Finish(run, ground, result, "no_better_recipe", $"Nothing was trained; {ground.Standing.Champion!.Number} stays.", steps, live);
        return await challenger.ChallengeAsync(
            run,
            ground,
            result.Winner is { } recipe ? plan with { Model = plan.Model with { Recipe = recipe }, Tuning = run.Id } : plan,
            steps,
            live,
            cancellation);
    }

    /// <summary>Searches on the rows of a plan and keeps what was found.</summary>
    internal async Task<SearchResult> SearchAsync(
        Run run, ModelDefinition model, TrainingPlan plan, TuningOptions options, Action<string, double, string> report, LiveRun live, CancellationToken cancellation)
    {
        var result = await search.RunAsync(plan, run.Id, options, board => live.Leaderboard = board, report, live.Enough.Token, cancellation);
        live.Leaderboard = result.Leaderboard;
        database.Write(session => Save(session, run, model, result));
        return result;
    }

    private void Save(Session session, Run run, ModelDefinition model, SearchResult result)
    {
        tunings.Add(session, new StoredTuning
        {
            RunId = run.Id,
            ModelId = run.ModelId,
            At = time.GetUtcNow(),
            Actor = run.Actor,
            Definition = StoredTuning.Text(model.Recipe),
            Recipe = result.Winner is { } recipe ? StoredTuning.Text(recipe) : null,
            Leaderboard = JsonSerializer.Serialize(result.Leaderboard, CoppiceJson.Options),
        });
        audit.Append(session, run.Actor, "search_recipes", model.Name, new { run = run.Id, result.Leaderboard.Fits, result.Leaderboard.Sentence });
    }

    /// <summary>Ends a run that made no version.</summary>
    private Run Finish(Run run, RunGround ground, SearchResult found, string code, string sentence, StepClock steps, LiveRun live)
    {
        var result = new RunResult(
            ground.Standing.Champion?.Number ?? "",
            null,
            "kept",
            code,
            $"{found.Leaderboard.Sentence} {sentence}",
            ground.Split.Training.Count,
            0,
            0,
            0,
            new Dictionary<string, double?>(),
            [],
            [],
            null,
            null,
            steps.Finish().Steps);
        run = run with { State = RunStates.Done, FinishedAt = time.GetUtcNow(), Result = JsonSerializer.Serialize(result, CoppiceJson.Options) };
        database.Write(session =>
        {
            runs.Finish(session, run);
            live.Log.End(session, result.Sentence);
        });
        return run;
    }
}
