using Coppice.Server.Statistics;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Tuning;

/// <summary>Races between recipes whose losses are written down instead of fitted: a level per candidate, noise that all share, and noise of its own.</summary>
public class RecipeRaceTests
{
    private const int Rows = 400;

    private static readonly IReadOnlyList<Rung> Rungs = [new(1, int.MaxValue), new(3, int.MaxValue), new(5, int.MaxValue)];

    [Fact]
    public async Task One_in_three_goes_on_and_the_best_of_them_wins()
    {
        using var budget = Budget();
        var race = Race(budget, level: candidate => candidate.Number switch { 1 => 0.9, 7 => 0.4, _ => 0.5 + (0.01 * candidate.Number) }, noise: 0.02);

        Assert.True(await race.EnterAsync(Field(1, 1)));
        Assert.True(await race.EnterAsync(Field(2, 9)));

        Assert.Equal(7, race.Best!.Candidate.Number);
        Assert.Equal([1, 7], race.Finalists.Select(e => e.Candidate.Number).Order());
        Assert.Equal(3, race.Entrants.Count(e => e.Rungs >= 2) - 1);
        Assert.Equal(5 + 9 + (3 * 2) + 2, budget.Fits);
    }

    [Fact]
    public async Task A_loss_that_is_lower_by_less_than_one_error_does_not_displace_the_present_recipe()
    {
        using var budget = Budget();
        // 400 x 5 rows, noise of each candidate's own .3: the error of a difference is .3 sqrt(2 / 2000), about .0095.
        var race = Race(budget, level: candidate => candidate.Number == 1 ? 0.500 : 0.499, noise: 0.3);

        await race.EnterAsync(Field(1, 1));
        for (int bracket = 0; bracket < 10; bracket++)
            await race.EnterAsync(Field(2 + (3 * bracket), 3));

        // Each field's last one is offered; without the Ladder the smallest of eleven noisy losses would have won.
        Assert.NotEqual(race.Finalists[0], race.Best);
        Assert.True(race.Entrants.Count(e => e.Accepted) <= 4, $"{race.Entrants.Count(e => e.Accepted)} recipes of the same worth followed each other");
    }

    [Fact]
    public async Task Who_is_surely_worse_than_the_best_is_not_measured_further()
    {
        using var budget = Budget();
        var race = Race(budget, level: candidate => candidate.Number == 1 ? 0.3 : 0.6, noise: 0.01);

        await race.EnterAsync(Field(1, 1));
        await race.EnterAsync(Field(2, 9));

        Assert.All(race.Entrants.Skip(1), entrant => Assert.Equal(1, entrant.Rungs));
        Assert.Equal(5 + 9, budget.Fits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_number_of_fits_ends_the_race_at_the_same_point_on_any_number_of_threads(int lanes)
    {
        using var budget = Budget(fits: 18);
        var race = Race(budget, level: candidate => 0.5 - (0.01 * candidate.Number), noise: 0.02, lanes);

        Assert.True(await race.EnterAsync(Field(1, 1)));
        Assert.False(await race.EnterAsync(Field(2, 9)));

        Assert.Equal(18, budget.Fits);
        Assert.Equal(SearchEnds.Fits, budget.EndedBy);
        Assert.Equal(1, race.Best!.Candidate.Number);
        // Nine short looks, then the second fold of all three that went on, then one of the third.
        Assert.Equal([8, 9, 10], race.Entrants.Skip(1).Where(e => e.Has(1, int.MaxValue)).Select(e => e.Candidate.Number).Order());
        Assert.Single(race.Entrants.Skip(1), e => e.Has(2, int.MaxValue));
        Assert.All(race.Entrants.Skip(1), e => Assert.Equal(1, e.Rungs));
    }

    [Fact]
    public async Task Seen_enough_ends_the_race_with_what_is_complete()
    {
        using var enough = new CancellationTokenSource();
        using var budget = new SearchBudget(TimeSpan.FromMinutes(10), null, TimeProvider.System, enough.Token, CancellationToken.None);
        var race = Race(budget, level: candidate => 0.5 - (0.01 * candidate.Number), noise: 0.02);
        race.Advanced = () =>
        {
            if (budget.Fits == 8)
                enough.Cancel();
        };

        Assert.True(await race.EnterAsync(Field(1, 1)));
        Assert.False(await race.EnterAsync(Field(2, 9)));

        Assert.Equal(SearchEnds.Enough, budget.EndedBy);
        Assert.Equal(1, race.Best!.Candidate.Number);
    }

    [Fact]
    public async Task A_gain_has_the_error_of_customers_not_of_rows()
    {
        using var budget = Budget();
        // Every customer has eight rows that are all the same: eight times the rows, the same evidence.
        var once = Race(budget, level: c => 0.5 - (0.01 * c.Number), noise: 0.1, rows: 100, copies: 1);
        var often = Race(budget, level: c => 0.5 - (0.01 * c.Number), noise: 0.1, rows: 100, copies: 8);

        await once.EnterAsync(Field(1, 2));
        await often.EnterAsync(Field(1, 2));

        Assert.Equal(
            once.Gain(once.Entrants[0], once.Entrants[1]).Error!.Value,
            often.Gain(often.Entrants[0], often.Entrants[1]).Error!.Value,
            precision: 12);
    }

    private static IReadOnlyList<Candidate> Field(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => new Candidate(number, Recipe.Fast))];

    private static SearchBudget Budget(int? fits = null) => new(TimeSpan.FromMinutes(10), fits, TimeProvider.System, CancellationToken.None, CancellationToken.None);

    private static RecipeRace Race(SearchBudget budget, Func<Candidate, double> level, double noise, int lanes = 1, int rows = Rows, int copies = 1)
    {
        long[][] customers = [.. Enumerable.Range(0, 5).Select(fold => Enumerable.Range(0, rows * copies).Select(row => (long)((fold * rows) + (row / copies))).ToArray())];
        return new RecipeRace(
            Rungs,
            customers,
            (candidate, fold, _, _) =>
            {
                var shared = new SplitMix64((ulong)fold);
                var own = new SplitMix64((ulong)((1_000 * candidate.Number) + fold));
                double[] losses = [.. Enumerable.Range(0, rows).Select(_ => level(candidate) + shared.NextDouble() + (noise * Normal(own)))];
                return new FoldMeasure([.. losses.SelectMany(loss => Enumerable.Repeat(loss, copies))], 0.8, 0.1);
            },
            budget,
            lanes);
    }

    private static double Normal(SplitMix64 random) => Distributions.NormalQuantile((random.NextDouble() * 0.999998) + 0.000001);
}
