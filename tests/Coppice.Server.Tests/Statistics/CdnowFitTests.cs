using System.Globalization;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Files;

namespace Coppice.Server.Tests.Statistics;

/// <summary>The fits on CDNOW's sample, whose parameters are published (Fader, Hardie and Lee 2005, and their note on Gamma-Gamma).</summary>
public sealed class CdnowFitTests
{
    private static readonly DateOnly End = new(1997, 9, 30);

    [Fact]
    public void The_fit_of_rhythm_finds_the_published_parameters()
    {
        var histories = Customers().Select(c => c.History).ToList();
        var fit = RepeatRhythmFit.Fit(histories)!;

        Assert.Equal(2_357, histories.Count);
        Vectors.RelativelyClose(0.243, fit.RateShape, 0.003);
        Vectors.RelativelyClose(4.414, fit.RateScale, 0.001);
        Vectors.RelativelyClose(0.793, fit.LeavingShape, 0.001);
        Vectors.RelativelyClose(2.426, fit.StayingShape, 0.001);
        Vectors.Close(-9582.4, histories.Sum(fit.LogLikelihood), 1e-5);
    }

    [Fact]
    public void The_next_39_weeks_are_forecast_as_well_as_published()
    {
        var rhythm = new RepeatRhythm(0.243, 4.414, 0.793, 2.426);
        double[] errors = [.. Customers().Select(c => rhythm.Expected(c.History, 39) - c.Later)];

        Assert.Equal(0.786, errors.Average(Math.Abs), 3);
        Assert.Equal(1.608, Math.Sqrt(errors.Average(e => e * e)), 3);
    }

    [Fact]
    public void The_fit_of_values_finds_the_published_parameters()
    {
        var people = Customers().Where(c => c.Mean > 0).Select(c => (c.History.Repeats, c.Mean)).ToList();
        var fit = RepeatValueFit.Fit(people)!;

        Assert.Equal(946, people.Count);
        Vectors.RelativelyClose(6.25, fit.ValueShape, 0.005);
        Vectors.RelativelyClose(3.74, fit.MeanShape, 0.005);
        Vectors.RelativelyClose(15.44, fit.MeanScale, 0.005);
    }

    [Fact]
    public void Another_unit_of_time_or_money_changes_nothing_but_the_scales()
    {
        var customers = Customers();
        var weeks = RepeatRhythmFit.Fit([.. customers.Select(c => c.History)])!;
        var days = RepeatRhythmFit.Fit([.. customers.Select(c => new RepeatHistory(c.History.Repeats, 7 * c.History.LastAge, 7 * c.History.Age))])!;
        var dollars = RepeatValueFit.Fit([.. customers.Where(c => c.Mean > 0).Select(c => (c.History.Repeats, c.Mean))])!;
        var cents = RepeatValueFit.Fit([.. customers.Where(c => c.Mean > 0).Select(c => (c.History.Repeats, 100 * c.Mean))])!;

        Vectors.RelativelyClose(7 * weeks.RateScale, days.RateScale, 1e-3);
        Vectors.RelativelyClose(weeks.StayingShape, days.StayingShape, 1e-3);
        Vectors.RelativelyClose(100 * dollars.MeanScale, cents.MeanScale, 1e-3);
        Vectors.RelativelyClose(dollars.MeanShape, cents.MeanShape, 1e-3);
    }

    [Fact]
    public void Histories_that_say_nothing_of_leaving_still_have_a_finite_fit()
    {
        var fit = RepeatRhythmFit.Fit([.. Enumerable.Range(0, 200).Select(_ => new RepeatHistory(20, 20, 20))])!;

        Assert.True(double.IsFinite(fit.StayingShape) && double.IsFinite(fit.RateScale));
        Assert.InRange(fit.Expected(new RepeatHistory(20, 20, 20), 10), 9, 11);
        Assert.Null(RepeatRhythmFit.Fit([new RepeatHistory(0, 0, 0)]));
    }

    /// <summary>Orders of one day count once; a mean is of the days after the first.</summary>
    private static List<(RepeatHistory History, double Mean, int Later)> Customers()
    {
        var customers = new List<(RepeatHistory, double, int)>();
        foreach (var orders in Orders().GroupBy(o => o.Customer))
        {
            var days = orders.GroupBy(o => o.Day).OrderBy(d => d.Key).Select(d => (Day: d.Key, Dollars: d.Sum(o => o.Dollars))).ToList();
            var seen = days.Where(d => d.Day <= End).ToList();
            double Weeks(DateOnly day) => (day.DayNumber - seen[0].Day.DayNumber) / 7.0;
            double mean = seen.Count == 1 ? 0 : seen.Skip(1).Average(d => d.Dollars);
            customers.Add((new RepeatHistory(seen.Count - 1, Weeks(seen[^1].Day), Weeks(End)), mean, days.Count - seen.Count));
        }

        return customers;
    }

    private static IEnumerable<(string Customer, DateOnly Day, double Dollars)> Orders() =>
        File.ReadLines(SharedData.Find("cdnow/CDNOW_sample.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(c => (c[0], DateOnly.ParseExact(c[2], "yyyyMMdd", CultureInfo.InvariantCulture), double.Parse(c[^1], CultureInfo.InvariantCulture)));
}
