using Coppice.Forests.Contributions;

namespace Coppice.Forests.Tests.Contributions;

public sealed class LeafSharesTests
{
    [Fact]
    public void One_feature_gets_the_whole_difference_to_its_share()
    {
        var numbers = new float[2];
        LeafShares.Write([0.25], 8, 2, numbers);
        // On the way: 8 - 0.25 * 8. Elsewhere: 0 - 0.25 * 8.
        Assert.Equal([6f, -2f], numbers);
    }

    [Fact]
    public void Two_features_share_by_both_orders_of_becoming_known()
    {
        var numbers = new float[8];
        LeafShares.Write([0.5, 0.25], 16, 4, numbers);
        // Both on the way. The first alone known: (1 - 0.5) * 0.25 * 16 = 2; after the second: (1 - 0.5) * 16 = 8; the mean is 5.
        // The second: (1 - 0.25) * 0.5 * 16 = 6 and (1 - 0.25) * 16 = 12; the mean is 9.
        Assert.Equal((5f, 9f), (numbers[0], numbers[4]));
        // The first leads elsewhere: -0.5 * 0.25 * 16 = -2 and -0.5 * 16 = -8; the second: (1 - 0.25) * 0.5 * 16 = 6 and 0.
        Assert.Equal((-5f, 3f), (numbers[1], numbers[5]));
        // Both lead elsewhere: -2 and 0; -0.25 * 0.5 * 16 = -2 and 0.
        Assert.Equal((-1f, -1f), (numbers[3], numbers[7]));
    }

    [Fact]
    public void A_way_that_nothing_unknown_takes_belongs_to_the_feature_that_does()
    {
        var numbers = new float[2];
        LeafShares.Write([0], 3, 2, numbers);
        Assert.Equal([3f, 0f], numbers);
    }
}
