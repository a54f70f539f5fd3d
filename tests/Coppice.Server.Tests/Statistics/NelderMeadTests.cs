using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class NelderMeadTests
{
    [Fact]
    public void The_lowest_point_of_a_curved_valley_is_found()
    {
        double[] found = NelderMead.Minimise(p => Math.Pow(1 - p[0], 2) + (100 * Math.Pow(p[1] - (p[0] * p[0]), 2)), [-1.2, 1], 0.5, 1e-7, 2_000);

        Vectors.Close([1, 1], found, 1e-6);
    }

    [Fact]
    public void A_bound_on_evaluations_holds_and_the_best_point_so_far_is_the_answer()
    {
        var seen = new List<double>();

        double[] found = NelderMead.Minimise(Cost, [5, 5, 5], 1, 1e-12, 40);

        Assert.InRange(seen.Count, 40, 44);
        Assert.Equal(seen.Min(), found.Sum(p => p * p));

        double Cost(double[] point)
        {
            seen.Add(point.Sum(p => p * p));
            return seen[^1];
        }
    }

    [Fact]
    public void Where_the_function_is_not_defined_the_search_does_not_go()
    {
        double[] found = NelderMead.Minimise(p => p[0] <= 2 ? double.PositiveInfinity : p[0], [3], 0.5, 1e-6, 500);

        Assert.InRange(found[0], 2, 2.00001);
    }
}
