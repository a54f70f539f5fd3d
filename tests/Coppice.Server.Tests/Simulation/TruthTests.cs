using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class TruthTests
{
    private static PlayedShop Played => PlayedShop.Default;

    [Fact]
    public void Purchase_probability_is_calibrated_in_every_tenth_of_customers()
    {
        foreach (Moment moment in Played.Moments)
            AssertCalibrated(moment.Day, moment.PurchaseProbabilities, moment.BoughtInMonth(Played));
    }

    [Fact]
    public void Silence_probability_is_calibrated_in_every_tenth_of_customers()
    {
        foreach (Moment moment in Played.Moments)
            AssertCalibrated(moment.Day, [.. moment.Quarter.Select(forecast => forecast.SilenceProbability)], moment.SilentInQuarter(Played));
    }

    [Fact]
    public void Expected_spend_is_calibrated_on_every_day_and_over_all()
    {
        double[] scores = [.. Played.Moments.Select(moment =>
        {
            double[] spent = moment.SpentInQuarter(Played);
            double[] surprises = [.. spent.Zip(moment.Quarter, (actual, forecast) => actual - forecast.ExpectedSpend)];
            double mean = surprises.Average();
            double variance = surprises.Sum(surprise => (surprise - mean) * (surprise - mean)) / (surprises.Length - 1);
            return mean / Math.Sqrt(variance / surprises.Length);
        })];

        Assert.All(scores, score => Assert.InRange(score, -4, 4));
        // Windows of 90 days every 30 overlap, so the sum of scores spreads by about the square root of three times their number.
        Assert.InRange(scores.Sum() / Math.Sqrt(3 * scores.Length), -3.5, 3.5);
    }

    [Fact]
    public void Nobody_who_has_left_is_ever_heard_of_again()
    {
        foreach (Moment moment in Played.Moments)
        {
            int[] left = [.. Enumerable.Range(0, moment.Customers.Length).Where(i => moment.States[i] == CustomerState.Left)];

            Assert.NotEmpty(left);
            Assert.All(left, i => Assert.Equal(new TrueForecast(0, 1, 0), moment.Quarter[i]));
            Assert.All(left, i => Assert.True(Played.WasSilent(moment.Customers[i], moment.Day, 110)));
        }
    }

    [Fact]
    public void Nothing_happens_in_no_time()
    {
        var shop = new Shop(new ShopOptions());

        Assert.Equal(new TrueForecast(0, 1, 0), shop.Truth.Forecast(shop.Customers[0], 0, Foresight.PriceDates));
    }

    [Fact]
    public void Longer_windows_hold_more()
    {
        var shop = new Shop(new ShopOptions { Customers = 1000 });
        foreach (string customer in shop.Customers.Where(customer => shop.Truth.StateOf(customer) != CustomerState.Left))
        {
            TrueForecast month = shop.Truth.Forecast(customer, 30, Foresight.PriceDates);
            TrueForecast quarter = shop.Truth.Forecast(customer, 90, Foresight.PriceDates);

            Assert.True(quarter.PurchaseProbability > month.PurchaseProbability);
            Assert.True(quarter.SilenceProbability < month.SilenceProbability);
            Assert.True(quarter.ExpectedSpend > month.ExpectedSpend);
            Assert.True(month.PurchaseProbability + month.SilenceProbability <= 1);
        }
    }

    [Fact]
    public void Oracle_ranks_better_than_frequency_and_recency_in_every_month()
    {
        foreach (Moment moment in Played.Moments)
        {
            bool[] bought = moment.BoughtInMonth(Played);
            double oracle = Ranking.Auc(moment.PurchaseProbabilities, bought);
            double simple = Ranking.Auc(moment.FrequencyAndRecency(Played), bought);

            Assert.InRange(oracle, 0.83, 0.94);
            Assert.True(oracle > simple + 0.06, $"Day {moment.Day}: oracle {oracle:0.000}, simple {simple:0.000}.");
        }
    }

    [Fact]
    public void Oracle_tells_the_silent_from_the_others_better_than_recency()
    {
        foreach (Moment moment in Played.Moments)
        {
            bool[] heardOf = [.. moment.SilentInQuarter(Played).Select(silent => !silent)];
            double oracle = Ranking.Auc([.. moment.Quarter.Select(forecast => -forecast.SilenceProbability)], heardOf);

            Assert.True(oracle > Ranking.Auc(moment.Recency(Played), heardOf) + 0.02, $"Day {moment.Day}: {oracle:0.000}.");
        }
    }

    [Fact]
    public void Best_possible_figures_are_reached_by_the_oracle()
    {
        foreach (Moment moment in Played.Moments)
        {
            bool[] bought = moment.BoughtInMonth(Played);
            var best = BestPossible.Of(moment.PurchaseProbabilities);

            // The variance of one customer's loss is p (1 - p) times the squared log-odds; small p give it a heavy tail, so five standard errors.
            double variance = moment.PurchaseProbabilities.Where(p => p > 0).Sum(p => p * (1 - p) * Math.Pow(Math.Log(p / (1 - p)), 2));
            Assert.Equal(best.LogLoss, Ranking.LogLoss(moment.PurchaseProbabilities, bought), 5 * Math.Sqrt(variance) / bought.Length);
            Assert.Equal(best.Auc, Ranking.Auc(moment.PurchaseProbabilities, bought), 0.03);
        }
    }

    [Fact]
    public void Prices_of_the_day_and_price_dates_agree_where_prices_do_not_change()
    {
        foreach (Moment moment in Played.Moments.Where(moment => moment.Day is <= 60 or 90 or 120 or >= 180))
            Assert.Equal(moment.Month, moment.MonthAtPricesOfTheDay);
    }

    [Fact]
    public void Only_the_oracle_foresees_that_prices_come_back()
    {
        Moment moment = Played.Moments.Single(moment => moment.Day == 150);
        bool[] bought = moment.BoughtInMonth(Played);
        double[] surprised = [.. moment.MonthAtPricesOfTheDay.Select(forecast => forecast.PurchaseProbability)];

        Assert.True(Ranking.Auc(moment.PurchaseProbabilities, bought) > Ranking.Auc(surprised, bought) + 0.05);
        Assert.True(Ranking.LogLoss(moment.PurchaseProbabilities, bought) < Ranking.LogLoss(surprised, bought));
    }

    [Fact]
    public void Unknown_customer_is_an_error_that_names_them()
    {
        var shop = new Shop(new ShopOptions());

        Assert.Contains("\"c99999\"", Assert.Throws<ArgumentException>(() => shop.Truth.StateOf("c99999")).Message, StringComparison.Ordinal);
    }

    private static void AssertCalibrated(int day, double[] probabilities, bool[] outcomes)
    {
        int[] order = [.. Enumerable.Range(0, probabilities.Length).OrderBy(i => probabilities[i])];
        foreach (int[] tenth in order.Chunk((order.Length / 10) + 1).Append(order))
        {
            double expected = tenth.Sum(i => probabilities[i]);
            double deviation = Math.Sqrt(tenth.Sum(i => probabilities[i] * (1 - probabilities[i])));
            int happened = tenth.Count(i => outcomes[i]);

            // Some three hundred comparisons are made, so four standard errors; the least probable tenths count too few for the normal law.
            Assert.True(Math.Abs(happened - expected) <= (4 * deviation) + 2, $"Day {day}: expected {expected:0.0} ± {deviation:0.0}, happened {happened}.");
        }
    }
}
