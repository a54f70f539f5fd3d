using System.Globalization;
using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class MaturityTests
{
    private const string File = "02_temporal.json";

    private static readonly Maturity Monthly = new(TimeSpan.FromDays(30), TimeSpan.FromDays(2));

    [Fact]
    public void Rows_mature_and_are_labelled_as_recorded()
    {
        JsonElement vector = Vectors.Read(File, "maturity");
        DateTimeOffset now = Time(vector.GetProperty("now"));
        Assert.Equal(Time(vector.GetProperty("mature_cut_inclusive")), Monthly.CutAt(now));
        foreach (JsonElement row in vector.GetProperty("rows").EnumerateArray())
        {
            DateTimeOffset predictedAt = Time(row.GetProperty("t0"));
            bool mature = Monthly.IsMature(predictedAt, now);
            Assert.Equal(row.GetProperty("state").GetString() == "mature", mature);
            if (!mature)
                continue;
            JsonElement first = row.GetProperty("first_event");
            bool positive = first.ValueKind != JsonValueKind.Null && Monthly.IsInWindow(predictedAt, Time(first));
            Assert.Equal(row.GetProperty("label").GetInt32() == 1, positive);
        }
    }

    [Fact]
    public void Waiting_for_the_whole_window_is_what_keeps_the_rate_true()
    {
        JsonElement vector = Vectors.Read(File, "early_positive_bias");
        var policy = new Maturity(TimeSpan.FromDays(30), TimeSpan.Zero);
        DateTimeOffset now = Date("2025-06-01");
        // One customer in ten buys, at every moment of the window alike; rows are spread evenly over the last sixty days.
        double positives = 0, negatives = 0, matured = 0, maturedPositives = 0;
        for (int row = 0; row < 600; row++)
        {
            DateTimeOffset predictedAt = now - TimeSpan.FromDays((row + 0.5) / 10);
            var moments = Enumerable.Range(0, 600).Select(tick => predictedAt.AddDays((tick + 0.5) / 20));
            double seen = moments.Count(moment => policy.IsInWindow(predictedAt, moment) && moment <= now) / 600.0;
            positives += vector.Number("true") * seen;
            negatives += predictedAt + policy.Window <= now ? 1 - vector.Number("true") : 0;
            if (!policy.IsMature(predictedAt, now))
                continue;
            matured++;
            maturedPositives += vector.Number("true") * seen;
        }

        Vectors.Close(vector.Number("naive_rate"), positives / (positives + negatives));
        Vectors.Close(vector.Number("true"), maturedPositives / matured);
    }

    [Fact]
    public void The_block_is_fresh_and_training_is_purged_as_recorded()
    {
        JsonElement vector = Vectors.Read(File, "split");
        var split = FreshBlockSplit.At(Monthly, Time(vector.GetProperty("now")), Date("2024-12-31"));
        Assert.Equal(Time(vector.GetProperty("T_m")), split.BlockUntil);
        Assert.Equal(Date("2024-12-31"), split.BlockAfter);
        Assert.Equal(Time(vector.GetProperty("train_t0_max_purged")), split.TrainUntil);
        Assert.Equal(
            [RowRole.Training, RowRole.Purged, RowRole.Purged, RowRole.Block, RowRole.Block, RowRole.Immature],
            new[] { "2024-11-29", "2024-11-30", "2024-12-31", "2025-01-01", "2025-01-28", "2025-01-29" }.Select(date => split.RoleOf(Date(date))));
    }

    [Fact]
    public void A_block_is_never_longer_than_ninety_days()
    {
        var split = FreshBlockSplit.At(Monthly, Date("2025-03-01"), Date("2020-01-01"));
        Assert.Equal(FreshBlockSplit.LongestBlock, split.BlockUntil - split.BlockAfter);
    }

    [Fact]
    public void Eligible_rows_lie_behind_every_watermark_as_recorded()
    {
        JsonElement vector = Vectors.Read(File, "holdout_eligibility");
        DateTimeOffset[] watermarks = [Time(vector.GetProperty("champion_watermark_t0")), Time(vector.GetProperty("challenger_watermark_t0"))];
        Assert.Equal(Time(vector.GetProperty("eligible_t0_strictly_after")), HoldoutEligibility.After(watermarks, Monthly, DeploymentLag.Ignored));
        Assert.Equal(Time(vector.GetProperty("simulated_deploy_eligible_t0_after")), HoldoutEligibility.After(watermarks, Monthly));
    }

    [Fact]
    public void Validation_is_the_newest_share_and_fitting_stops_a_window_before_it()
    {
        DateTimeOffset[] times = [.. Enumerable.Range(0, 100).Select(day => Date("2024-01-01").AddDays(day))];
        ValidationSplit split = ValidationSplit.Of(times, TimeSpan.FromDays(30))!;
        Assert.Equal(15, times.Count(split.IsValidated));
        Assert.Equal(56, times.Count(split.IsFitted));
    }

    [Fact]
    public void Rows_of_one_moment_are_never_split()
    {
        DateTimeOffset[] times = [.. Enumerable.Repeat(Date("2024-01-01"), 95), .. Enumerable.Repeat(Date("2024-03-01"), 5)];
        ValidationSplit split = ValidationSplit.Of(times, TimeSpan.FromDays(30))!;
        Assert.Equal((95, 5), (times.Count(split.IsFitted), times.Count(split.IsValidated)));
        Assert.Null(ValidationSplit.Of(times.AsSpan(0, 95), TimeSpan.FromDays(30)));
    }

    private static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset Time(JsonElement text) => Date(text.GetString()!);
}
