using System.Text.Json;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class RepeatRhythmTests
{
    private const string File = "07_calibration_clv.json";

    /// <summary>Published for the first 39 weeks of CDNOW.</summary>
    private static readonly RepeatRhythm Published = new(0.243, 4.414, 0.793, 2.426);

    [Fact]
    public void Each_recorded_customer_is_as_likely_as_alive_and_as_busy_as_recorded()
    {
        double sum = 0;
        foreach (var (customer, history) in Customers())
        {
            Vectors.RelativelyClose(customer.Number("p_alive"), Published.Alive(history));
            Vectors.RelativelyClose(customer.Number("E_purchases_next_39"), Published.Expected(history, 39));
            Vectors.RelativelyClose(customer.Number("loglik"), Published.LogLikelihood(history));
            sum += Published.LogLikelihood(history);
        }

        Vectors.RelativelyClose(Vectors.Read(File, "bgnbd").Number("sum_loglik"), sum);
    }

    [Fact]
    public void The_published_spreadsheet_expects_1_226() =>
        Assert.Equal(1.226, Published.Expected(new RepeatHistory(2, 30.43, 38.86), 39), 3);

    [Fact]
    public void A_newcomer_is_expected_to_come_again_as_often_as_recorded()
    {
        foreach (var point in Vectors.Read(File, "bgnbd", "E_X_t_new_customer").EnumerateArray())
            Vectors.RelativelyClose(point.Number("E"), Published.Expected(default, point.Number("t")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void Nothing_is_singular_where_the_formula_divides_by_zero(double leaving)
    {
        // At a = 1, and at a + b = 1 without repeats, numerator and denominator vanish together: the neighbours surround the value.
        var history = new RepeatHistory(0, 0, 20);
        var at = new RepeatRhythm(0.3, 5, leaving, leaving == 1 ? 2.4 : 0.5);

        double low = (at with { LeavingShape = leaving + 1e-6 }).Expected(history, 10);
        double high = (at with { LeavingShape = leaving - 1e-6 }).Expected(history, 10);

        Assert.InRange(at.Expected(history, 10), low, high);
        Assert.InRange(high - low, 1e-9, 1e-5);
    }

    [Theory]
    [InlineData(3_000, 0.5)]
    [InlineData(3_000, 3_000)]
    [InlineData(1_000_000, 20)]
    public void Where_everyone_leaves_with_the_same_chance_the_forecast_stays_a_number(double leaving, double staying)
    {
        foreach (double scale in new[] { 0.05, 2, 40 })
        {
            foreach (double age in new[] { 0.0, 3, 50 })
            {
                // Nobody acts less than never, nor more often than someone who could not leave.
                double most = (0.7 + 2) / (scale + age) * 13;
                Assert.InRange(new RepeatRhythm(0.7, scale, leaving, staying).ExpectedOfTheLiving(2, age, 13), 0, most + 1e-9);
            }
        }
    }

    [Fact]
    public void Very_busy_customers_do_not_overflow()
    {
        // Someone with 5,000 acts in 100 weeks and none since: 50 a week while alive, gone after two weeks of silence.
        Assert.InRange(Published.Expected(new RepeatHistory(5_000, 100, 100), 10), 440, 500);
        Assert.Equal(0, Published.Alive(new RepeatHistory(5_000, 100, 102)), 12);
        Assert.Equal(1, Published.None(new RepeatHistory(5_000, 100, 102), 10), 12);
    }

    [Fact]
    public void Silence_is_as_frequent_as_among_customers_played_by_the_same_rules()
    {
        var random = new SplitMix64(11);
        var history = new RepeatHistory(2, 12, 20);
        int alike = 0, silent = 0, alive = 0;
        double acts = 0;
        for (int customer = 0; customer < 2_000_000; customer++)
        {
            // An exponential rate is the gamma of shape 1, a uniform chance the beta of shapes 1 and 1.
            var (ages, gone) = Play(random, rate: -Math.Log(1 - random.NextDouble()) / 8, leaves: random.NextDouble(), until: 30);
            int before = ages.Count(a => a <= 20);
            if (before != 2 || ages[1] is not (> 11 and <= 13))
                continue;
            alike++;
            silent += ages.Count == before ? 1 : 0;
            acts += ages.Count - before;
            alive += gone > 20 ? 1 : 0;
        }

        var rhythm = new RepeatRhythm(1, 8, 1, 1);
        Assert.InRange(alike, 5_000, 100_000);
        double noise = 4 * 0.5 / Math.Sqrt(alike);
        Assert.InRange(rhythm.None(history, 10), ((double)silent / alike) - noise, ((double)silent / alike) + noise);
        Assert.InRange(rhythm.Alive(history), ((double)alive / alike) - noise, ((double)alive / alike) + noise);
        Assert.InRange(rhythm.Expected(history, 10), (acts / alike) - (4 * noise), (acts / alike) + (4 * noise));
    }

    private static IEnumerable<(JsonElement Customer, RepeatHistory History)> Customers() => Vectors.Read(File, "bgnbd", "cases").EnumerateArray()
        .Select(c => (c, new RepeatHistory(c.GetProperty("x").GetInt32(), c.Number("t_x"), c.Number("T"))));

    /// <summary>Ages at the acts after the first, and the age at which they left.</summary>
    private static (List<double> Ages, double Gone) Play(SplitMix64 random, double rate, double leaves, double until)
    {
        var ages = new List<double>();
        double age = 0;
        while (true)
        {
            age -= Math.Log(1 - random.NextDouble()) / rate;
            if (age > until)
                return (ages, double.PositiveInfinity);
            ages.Add(age);
            if (random.NextDouble() < leaves)
                return (ages, age);
        }
    }
}
