using Coppice.Server.Labels;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Training;

public class RowWeightsTests
{
    [Fact]
    public void The_newest_counts_whole_and_weights_halve_with_the_rows_that_came_after()
    {
        float[] weights = RowWeights.Of([.. Enumerable.Range(0, 5_001).Select(i => SomeLabels.At(i, i))]);

        Assert.Equal(1, weights[^1]);
        Assert.Equal(0.5, weights[0], 0.001);
        Assert.Equal(weights.Order(), weights);
    }

    [Fact]
    public void Rows_of_one_time_count_the_same_whatever_their_order()
    {
        float[] weights = RowWeights.Of([SomeLabels.At(1, 5), SomeLabels.At(2, 3), SomeLabels.At(3, 5)]);

        Assert.Equal([1, weights[1], 1], weights);
        Assert.True(weights[1] < 1);
    }

    [Fact]
    public void A_guess_counts_less_the_more_is_known()
    {
        var guess = SomeLabels.At(9_999, 0, source: LabelSource.Synthetic);

        float alone = RowWeights.Of([guess])[0];
        float[] among = RowWeights.Of([.. Enumerable.Range(0, 200).Select(i => SomeLabels.At(i, 0)), guess]);

        Assert.Equal(1, alone);
        Assert.Equal(0.5, among[^1], 0.001);
        Assert.Equal(1, among[0]);
    }
}
