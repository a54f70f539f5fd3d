using System.Text.Json;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class OrderStatisticsTests
{
    [Fact]
    public void Quantiles_are_of_type_seven()
    {
        JsonElement vector = Vectors.Read("00_special_functions.json", "quantile_type7");
        double[] sorted = vector.Numbers("x");
        Array.Sort(sorted);
        double[] found = [.. vector.Numbers("q").Select(fraction => OrderStatistics.Quantile(sorted, fraction))];
        Vectors.Close(vector.Numbers("v"), found);
    }

    [Fact]
    public void Tied_values_share_the_mean_of_their_ranks()
    {
        JsonElement vector = Vectors.Read("00_special_functions.json", "midranks");
        Assert.Equal(vector.Numbers("rank"), OrderStatistics.Midranks(vector.Numbers("x")));
    }

    [Fact]
    public void Equal_values_keep_their_row_order()
    {
        var values = new double[1000];
        for (int row = 0; row < values.Length; row++)
            values[row] = row % 3;
        int[] order = OrderStatistics.AscendingOrder(values);
        for (int i = 1; i < order.Length; i++)
            Assert.True(values[order[i - 1]] < values[order[i]] || order[i - 1] < order[i]);
    }

    [Fact]
    public void A_quantile_of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => OrderStatistics.Quantile([], 0.5));
}
