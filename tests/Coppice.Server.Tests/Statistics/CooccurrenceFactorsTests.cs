using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class CooccurrenceFactorsTests
{
    [Fact]
    public void Two_things_met_together_lie_at_the_root_of_half_their_information()
    {
        // Of eight groups two have both things: ln(2 · 8 / (2 · 2)) = ln 4, whose matrix [[0, a], [a, 0]] has the eigenvalue a along (1, 1) / √2.
        double[][] places = CooccurrenceFactors.Of(new[,] { { 2, 2 }, { 2, 2 } }, [2, 2], 8, 8);

        double expected = Math.Sqrt(Math.Log(4) / 2);
        Assert.All(places, place => Assert.Equal(expected, Assert.Single(place), 1e-12));
    }

    [Fact]
    public void Things_met_together_no_more_often_than_by_chance_have_no_place()
    {
        Assert.All(CooccurrenceFactors.Of(new[,] { { 4, 2 }, { 2, 4 } }, [4, 4], 8, 8), Assert.Empty);
    }

    [Fact]
    public void The_closer_pair_comes_first_and_no_more_factors_than_asked_for()
    {
        int[,] together = { { 4, 4, 0, 0 }, { 4, 4, 0, 0 }, { 0, 0, 4, 3 }, { 0, 0, 3, 4 } };
        double[][] places = CooccurrenceFactors.Of(together, [4, 4, 4, 4], 16, 1);

        double first = Math.Sqrt(Math.Log(4) / 2);
        Assert.Equal([first, first, 0, 0], places.Select(place => Math.Round(place[0], 12)), (a, b) => Math.Abs(a - b) < 1e-9);
    }
}
