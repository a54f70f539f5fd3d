using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class ClustersTests
{
    [Fact]
    public void One_row_per_customer_gives_the_ordinary_standard_error()
    {
        double[] influences = [0.5, -1.25, 2, -0.75, -0.5];
        double squares = influences.Sum(value => value * value);
        Vectors.Close(Math.Sqrt(squares / (5 * 4)), Clusters.Of([9, 8, 7, 6, 5]).StandardErrorOfMean(influences));
    }

    [Fact]
    public void Rows_of_one_customer_that_agree_widen_the_standard_error()
    {
        double[] influences = [1, 1, 1, -1, -1, -1];
        double apart = Clusters.Of([1, 2, 3, 4, 5, 6]).StandardErrorOfMean(influences)!.Value;
        double together = Clusters.Of([1, 1, 1, 2, 2, 2]).StandardErrorOfMean(influences)!.Value;
        Vectors.Close(1, together);
        Assert.True(together > 1.5 * apart);
    }

    [Fact]
    public void A_single_customer_has_no_standard_error() =>
        Assert.Null(Clusters.Of([4, 4, 4]).StandardErrorOfMean([1.0, 0, -1]));
}
