using Coppice.Server.Labels;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Training;

public class FreshBlockTests
{
    [Fact]
    public void The_block_is_newer_than_what_was_used_and_nothing_is_learnt_that_was_not_known_when_it_begins()
    {
        var labels = SomeLabels.Daily(100, window: 10);

        var split = FreshBlock.Next(labels, Workspace.At(60));

        Assert.Equal(Enumerable.Range(61, 39).Select(d => Workspace.At(d)), split.Block.Select(l => l.AsOf));
        // The block begins on day 61: a row of day 51 matured on that day, one of day 52 did not.
        Assert.Equal(Enumerable.Range(0, 52).Select(d => Workspace.At(d)), split.Training.Select(l => l.AsOf));
    }

    [Fact]
    public void A_guess_may_teach_and_never_judges()
    {
        Label[] labels = [.. SomeLabels.Daily(20), SomeLabels.At(100, 5, source: LabelSource.Synthetic), SomeLabels.At(101, 19, source: LabelSource.Synthetic)];

        var split = FreshBlock.Next(labels, Workspace.At(10));

        Assert.DoesNotContain(split.Block, l => l.Source == LabelSource.Synthetic);
        Assert.Contains(split.Training, l => l.Id == 100);
        Assert.DoesNotContain(split.Training, l => l.Id == 101);
    }

    [Fact]
    public void Without_anything_newer_there_is_no_block()
    {
        var labels = SomeLabels.Daily(20);

        var split = FreshBlock.Next(labels, Workspace.At(19));

        Assert.Empty(split.Block);
        Assert.Equal(labels, split.Training);
    }

    [Fact]
    public void The_first_block_is_the_newest_rows_and_leaves_most_to_learn_from()
    {
        var labels = SomeLabels.Daily(1_000);

        var split = FreshBlock.First(labels, PredictionKind.Probability);

        Assert.InRange(split.Block.Count, 200, 401);
        Assert.True(split.Training.Max(l => l.AsOf) < split.Block.Min(l => l.AsOf));
        Assert.Equal(labels.Count, split.Block.Count + split.Training.Count);
    }

    [Fact]
    public void The_first_block_of_amounts_reaches_back_for_as_many_as_a_decision_needs()
    {
        Label[] labels = [.. Enumerable.Range(0, 1_500).Select(i => SomeLabels.At(i, i / 10.0, i % 2 * 40))];

        Assert.Equal(300, FreshBlock.First(labels, PredictionKind.Probability).Block.Count);
        Assert.Equal(500, FreshBlock.First(labels, PredictionKind.Amount).Block.Count);
    }

    [Fact]
    public void Rows_without_an_order_in_time_are_split_by_customer()
    {
        Label[] labels = [.. Enumerable.Range(0, 3_000).Select(i => SomeLabels.At(i, 0, i % 3, customer: i % 1_000))];

        var split = FreshBlock.First(labels, PredictionKind.Probability);

        Assert.InRange(split.Block.Count, 480, 720);
        Assert.Empty(split.Block.Select(l => l.CustomerId).Intersect(split.Training.Select(l => l.CustomerId)));
        Assert.Equal(labels.Length, split.Block.Count + split.Training.Count);
    }

    [Fact]
    public void Block_and_training_never_share_a_row_nor_an_outcome_that_was_still_open()
    {
        var random = new SplitMix64(11);
        for (int round = 0; round < 200; round++)
        {
            int count = 1 + (int)random.NextBelow(60);
            double window = random.NextBelow(20);
            Label[] labels = [.. Enumerable.Range(0, count).Select(i => SomeLabels.At(i, random.NextBelow(30), random.NextBelow(2), customer: random.NextBelow(10), window: window))];

            foreach (var split in new[] { FreshBlock.First(labels, PredictionKind.Probability), FreshBlock.Next(labels, Workspace.At(random.NextBelow(30))) })
            {
                Assert.Empty(split.Block.Intersect(split.Training));
                if (split.Block.Count > 0 && labels.DistinctBy(l => l.AsOf).Count() > 1)
                    Assert.All(split.Training, l => Assert.True(l.MaturesAt <= split.Block.Min(b => b.AsOf)));
            }
        }
    }
}
