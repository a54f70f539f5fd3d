using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tuning;

/// <summary>Makes the leaderboard of a race.</summary>
internal sealed class LeaderboardWriter(ModelDefinition model, TuningOptions options, IReadOnlyList<Setting> settings, long run)
{
    private const double HalfWidth = 1.959963984540054;
    private const int MostLines = 200;

    public Leaderboard Write(RecipeRace race, SearchBudget budget, SearchRows rows, string? endedBy)
    {
        var present = race.Entrants[0];
        var lines = race.Entrants
            .OrderByDescending(e => e == race.Best).ThenByDescending(e => e.Rungs).ThenBy(e => e.Rungs == 0 ? 0 : race.Loss(e).Mean).ThenBy(e => e.Candidate.Number)
            .Take(MostLines)
            .Select((entrant, place) => Line(race, entrant, present, place + 1))
            .ToList();
        return new Leaderboard(
            run,
            model.Name,
            PrimaryMetric.Of(model.Predicts),
            PrimaryMetric.CoGuardOf(model.Predicts),
            rows.Rows,
            rows.Measured(race.LastRung),
            race.LastRung.Folds,
            rows.Order,
            options.Minutes,
            budget.Elapsed.TotalSeconds,
            options.Seed,
            budget.Fits,
            endedBy,
            Sentence(race, present),
            race.Entrants.Count(e => e.Rungs > 0),
            lines);
    }

    private LeaderboardLine Line(RecipeRace race, Entrant entrant, Entrant present, int rank)
    {
        var recipe = entrant.Candidate.Recipe;
        string standing = string.Join(' ', new[] { entrant == race.Best ? "winner" : "", entrant == present ? "present" : "" }.Where(word => word.Length > 0));
        var line = new LeaderboardLine(rank, RecipeWords.Of(recipe, settings), standing, null, null, null, null, null, 0, entrant.Seconds, RecipeWriter.Write(recipe, indent: 2));
        if (race.LongestLook(entrant) is not { } rung)
            return line;
        var loss = race.Loss(entrant);
        line = line with { Loss = loss.Mean, LossHalfWidth = HalfWidth * loss.Error, Ranking = entrant.Ranking(rung), Folds = rung.Folds };
        if (entrant == present || present.Rungs == 0)
            return line;
        var gain = race.Gain(entrant, present);
        return line with { Gain = gain.Mean, GainHalfWidth = HalfWidth * gain.Error };
    }

    private string Sentence(RecipeRace race, Entrant present)
    {
        int tried = race.Entrants.Count(e => e.Rungs > 0);
        if (race.Best is not { } best)
            return "Nothing has been measured to the end yet.";
        if (tried == 1)
            return "There was time for the present recipe only.";
        string others = tried == 2 ? "1 other recipe" : $"{tried - 1} other recipes";
        if (best == present)
            return $"None of {others} is better than the present one, {RecipeWords.Of(present.Candidate.Recipe, settings)}, by more than chance.";
        var gain = race.Gain(best, present);
        string surely = gain.Error is { } error ? $" ±{HalfWidth * error:0.0000}" : "";
        string metric = MetricDefinition.Find(model.Predicts, PrimaryMetric.Of(model.Predicts))!.DisplayName;
        return $"Best of {tried} recipes: {RecipeWords.Of(best.Candidate.Recipe, settings)}; better than the present one by {gain.Mean:0.0000}{surely} in {metric} on rows it was not fitted to.";
    }
}
