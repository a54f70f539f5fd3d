using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class RepeatValueTests
{
    private static readonly RepeatValue Published = new(6.25, 3.74, 15.44);

    [Fact]
    public void Each_recorded_customer_spends_as_recorded()
    {
        var recorded = Vectors.Read("07_calibration_clv.json", "gamma_gamma");
        Vectors.RelativelyClose(recorded.Number("population_mean"), Published.PopulationMean);
        foreach (var customer in recorded.GetProperty("cases").EnumerateArray())
        {
            int repeats = customer.GetProperty("x").GetInt32();
            Vectors.RelativelyClose(customer.Number("E_value"), Published.Expected(repeats, customer.Number("mean_value")));
            Vectors.RelativelyClose(customer.Number("loglik"), Published.LogLikelihood(repeats, customer.Number("mean_value")));
        }
    }

    [Fact]
    public void Of_whom_nothing_is_known_the_population_is_expected() => Assert.Equal(Published.PopulationMean, Published.Expected(0, 0), 12);
}
