using Coppice.Server.Drift;

namespace Coppice.Server.Tests.Drift;

public sealed class CustomerSampleTests
{
    [Fact]
    public void Every_customer_counts_once_with_the_newest_row()
    {
        var sample = new CustomerSample();
        for (int id = 1; id <= 30; id++)
            sample.Add(id % 3, id, 100 + id, id);
        Assert.Equal([(0L, 30L, 130L, 30.0), (1, 28, 128, 28), (2, 29, 129, 29)], sample.Rows().Select(r => (r.Customer, r.Id, r.AsOf, r.Value)));
        Assert.Equal((30, 30), (sample.Offered, sample.Last));
    }

    [Fact]
    public void A_large_window_is_a_sample_that_the_order_of_rows_does_not_change()
    {
        long[] customers = [.. Enumerable.Range(1, 60_000).Select(c => (long)c)];
        var forwards = Sample(customers);
        var backwards = Sample([.. customers.Reverse()]);
        Assert.Equal(5_000, forwards.Count);
        Assert.Equal(forwards, backwards);
        // Early and late customers have the same chance.
        Assert.InRange(forwards.Count(c => c <= 30_000), 2_350, 2_650);
    }

    private static List<long> Sample(long[] customers)
    {
        var sample = new CustomerSample();
        foreach (long customer in customers)
            sample.Add(customer, customer, 0, 0);
        return [.. sample.Rows().Select(r => r.Customer)];
    }
}
