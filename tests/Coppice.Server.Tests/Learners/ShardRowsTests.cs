using Coppice.Server.Learners;
using static Coppice.Server.Tests.Learners.LearnerScene;

namespace Coppice.Server.Tests.Learners;

public sealed class ShardRowsTests
{
    private const long Day = 86_400_000_000;

    [Fact]
    public void The_newest_three_batches_and_as_many_older_rows_are_learnt_from()
    {
        var data = Daily(2_000);

        int[] chosen = ShardRows.Choose(data, All(data), [.. Enumerable.Range(1_750, 250)], seed: 7);

        Assert.Equal(Enumerable.Range(1_250, 750), chosen[750..]);
        Assert.Equal(750, chosen[..750].Distinct().Count(row => row < 1_250));
        Assert.Equal(chosen.Order(), chosen);
    }

    [Fact]
    public void Of_the_older_rows_newer_ones_are_likelier()
    {
        var data = Daily(2_000);

        int[] chosen = ShardRows.Choose(data, All(data), [.. Enumerable.Range(1_800, 200)], seed: 7);

        // 600 of 1,400. A row 300 days older has a tenth of the weight.
        Assert.True(chosen.Count(row => row is >= 1_100 and < 1_400) > 270);
        Assert.True(chosen.Count(row => row < 300) < 60);
    }

    [Fact]
    public void New_rows_are_learnt_from_however_old_they_are()
    {
        var data = Daily(3_000);
        int[] news = [.. Enumerable.Range(0, 220)];

        int[] chosen = ShardRows.Choose(data, All(data), news, seed: 7);

        Assert.Equal(news, chosen[..220]);
        Assert.Equal(Enumerable.Range(2_560, 440), chosen[^440..]);
        Assert.Equal(1_320, chosen.Length);
    }

    [Fact]
    public void A_small_batch_counts_as_the_smallest_that_is_worth_an_update()
    {
        var data = Daily(3_000);

        Assert.Equal(1_200, ShardRows.Choose(data, All(data), [2_999], seed: 7).Length);
    }

    [Fact]
    public void Rows_that_must_stay_unseen_are_not_chosen_and_where_rows_are_few_all_others_are()
    {
        var data = Daily(500);
        int[] allowed = [.. Enumerable.Range(0, 400)];

        Assert.Equal(allowed, ShardRows.Choose(data, allowed, [399], seed: 7));
    }

    [Fact]
    public void Another_run_draws_other_rows()
    {
        var data = Daily(3_000);
        int[] news = [.. Enumerable.Range(2_800, 200)];

        Assert.Equal(ShardRows.Choose(data, All(data), news, seed: 7), ShardRows.Choose(data, All(data), news, seed: 7));
        Assert.NotEqual(ShardRows.Choose(data, All(data), news, seed: 7), ShardRows.Choose(data, All(data), news, seed: 8));
    }

    private static int[] All(TrainingData data) => [.. Enumerable.Range(0, data.Rows)];

    private static TrainingData Daily(int rows)
    {
        var data = Data(new float[rows], new float[rows], 1);
        return data with { AsOf = [.. Enumerable.Range(0, rows).Select(row => row * Day)] };
    }
}
