using Coppice.Server.Drift;

namespace Coppice.Server.Tests.Drift;

public sealed class DriftStandingTests
{
    private const DriftReading Same = DriftReading.Same;
    private const DriftReading Differs = DriftReading.Differs;
    private const DriftReading Unsure = DriftReading.NotEnoughData;

    [Theory]
    [InlineData(DriftVerdicts.NotEnoughData, Unsure)]
    [InlineData(DriftVerdicts.Steady, Same)]
    [InlineData(DriftVerdicts.Suspected, Same, Differs)]
    [InlineData(DriftVerdicts.Drifted, Same, Differs, Differs)]
    [InlineData(DriftVerdicts.Drifted, Differs, Unsure, Differs)]
    [InlineData(DriftVerdicts.Steady, Differs, Same)]
    [InlineData(DriftVerdicts.Suspected, Differs, Same, Differs)]
    [InlineData(DriftVerdicts.Drifted, Differs, Differs, Same)]
    [InlineData(DriftVerdicts.Drifted, Differs, Differs, Same, Differs, Same)]
    [InlineData(DriftVerdicts.Steady, Differs, Differs, Same, Same)]
    public void Two_windows_running_begin_a_drift_and_two_end_it(string verdict, params DriftReading[] readings) =>
        Assert.Equal(verdict, After(readings).Verdict);

    [Fact]
    public void A_drift_is_dated_by_the_first_window_that_differs()
    {
        Assert.Equal(Day(2), After(Same, Differs, Differs, Differs).Since);
        Assert.Null(After(Differs, Differs, Same, Same).Since);
    }

    [Fact]
    public void Every_view_of_every_model_has_its_share_of_the_budget()
    {
        var budget = new FalseAlarmBudget(1, 3, TimeSpan.FromDays(7));
        // 13.04 windows a quarter, 3 models with 4 views of windows that share three fifths: one of 260.7 looks.
        Assert.Equal(1 / 260.714, budget.Level, 1e-6);
        Assert.Equal(0.05, new FalseAlarmBudget(100, 1, TimeSpan.FromDays(7)).Level);
        // Each of two sums of days has a fifth: one alarm in 91.25 * 15 days.
        Assert.InRange(Server.Statistics.Streams.CumulativeSum.RunLength(0.5, budget.CumulativeThreshold), 91.25 * 15, 91.25 * 15 * 1.06);
        // Nothing is left over, and nothing is spent twice.
        Assert.Equal(1, 3 * ((4 * budget.WindowShare) + (2 * budget.DaysShare)), 1e-12);
    }

    private static DriftStanding After(params DriftReading[] readings)
    {
        var standing = DriftStanding.Unknown;
        for (int i = 0; i < readings.Length; i++)
            standing = standing.After(readings[i], Day(i + 1));
        return standing;
    }

    private static DateTimeOffset Day(int day) => DateTimeOffset.UnixEpoch.AddDays(day);
}
