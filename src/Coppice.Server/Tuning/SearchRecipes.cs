using Coppice.Client;
using Coppice.Server.Learners;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>
/// Looks for a better recipe on the training rows of a plan, within a time. The rows that will judge the winner are not in the plan, so
/// nothing here can have seen them.
/// </summary>
public sealed class SearchRecipes(Database database, TrainingRowReader reader, TimeProvider time)
{
    /// <summary>Fits at a time: two leave the others to whoever asks, and give way even on two processors.</summary>
    private const int MostLanes = 2;

    /// <summary>Searches; nothing is written.</summary>
    /// <param name="plan">What to learn from, with the recipe that is to be beaten.</param>
    /// <param name="run">Number of the run.</param>
    /// <param name="options">How long, and from which seed.</param>
    /// <param name="watch">Told the leaderboard so far, after every fit.</param>
    /// <param name="report">Told the step, how much of it is done and a few words.</param>
    /// <param name="enough">Ends the search with what it has.</param>
    /// <param name="cancellation">Ends it without.</param>
    /// <exception cref="TuningException">There is too little to tell recipes apart, or nothing was measured in time.</exception>
    /// <exception cref="TrainingException">There is nothing to learn from, or a feature gives the answer away.</exception>
    public async Task<SearchResult> RunAsync(
        TrainingPlan plan,
        long run,
        TuningOptions options,
        Action<Leaderboard> watch,
        Action<string, double, string> report,
        CancellationToken enough,
        CancellationToken cancellation)
    {
        SearchRows.RequireEnough(plan.Model.Name, plan.Rows);
        TrainModel.RequireLearnable(plan);
        report("read", 0, $"{plan.Rows.Count:N0} rows");
        var rows = database.Read(session => reader.Read(session, plan));
        var data = Require(plan, rows);
        var divided = SearchRows.Of(data, plan.Rows);
        var settings = RecipeSettings.Of(plan.Model, rows);
        var writer = new LeaderboardWriter(plan.Model, options, settings, run);
        var fits = new CandidateFits(recipe => Read(plan, rows, recipe), plan.Model, divided.Folds, options.Seed, time);
        using var budget = new SearchBudget(TimeSpan.FromMinutes(options.Minutes), options.MostFits, time, enough, cancellation);
        var race = new RecipeRace(Rung.Of(divided.Folds.Count, data.Rows), divided.Customers, fits.Fit, budget, Math.Min(MostLanes, Environment.ProcessorCount));
        race.Advanced = () =>
        {
            var board = writer.Write(race, budget, divided, endedBy: null);
            watch(board);
            report("search", budget.Share, SearchWords.Of(board, budget));
        };

        await RaceAsync(race, new RecipeProposals(settings, options.Seed), plan);
        cancellation.ThrowIfCancellationRequested();
        if (race.Best is not { } best)
        {
            throw new TuningException(
                TuningCodes.NothingMeasured,
                $"{plan.Model.Name}: {options.Minutes:0.##} minutes and {budget.Fits} fits were too few to measure even the present recipe on {data.Rows:N0} rows; give the search more.");
        }

        return new SearchResult(
            writer.Write(race, budget, divided, budget.EndedBy ?? SearchEnds.Exhausted),
            best == race.Entrants[0] ? null : best.Candidate.Recipe);
    }

    private static async Task RaceAsync(RecipeRace race, RecipeProposals proposals, TrainingPlan plan)
    {
        bool goesOn = await race.EnterAsync([proposals.Reference(plan.Model.Recipe)]) && await race.EnterAsync(proposals.Start());
        while (goesOn)
        {
            var field = proposals.Next(race.Best!.Candidate.Recipe, [.. race.Finalists.Take(3).Select(e => e.Candidate.Recipe)]);
            goesOn = field.Count > 0 && await race.EnterAsync(field);
        }
    }

    /// <summary>The rows as a recipe sees them; only what it says of notes makes other inputs of them.</summary>
    private TrainingRows Read(TrainingPlan plan, TrainingRows rows, Recipe recipe) => recipe.Notes == plan.Model.Recipe.Notes
        ? rows
        : database.Read(session => reader.Read(session, plan with { Model = plan.Model with { Recipe = recipe } }));

    private static TrainingData Require(TrainingPlan plan, TrainingRows rows)
    {
        var pipeline = rows.FitPipeline(plan.Model);
        if (pipeline.FeatureNames.Count == 0)
            throw new TrainingException(TrainingCodes.NoFeatures, "No input is left to learn from: " + string.Join("; ", pipeline.LeftOut) + ".");
        var data = rows.With(pipeline, plan.Model.Predicts);
        return LeakSentinel.Find(data) is { } leak ? throw new TrainingException(TrainingCodes.Leak, leak) : data;
    }
}
