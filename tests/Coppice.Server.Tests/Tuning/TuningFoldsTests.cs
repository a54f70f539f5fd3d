using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Tuning;

public class TuningFoldsTests
{
    [Fact]
    public void Slices_of_time_come_newest_first_and_are_fitted_on_what_was_known_when_they_begin()
    {
        var data = Data(1_000, customers: 1_000, asOf: row => row / 10, matures: row => (row / 10) + 5);

        var (order, folds) = TuningFolds.Of(data, AllReal(data));

        Assert.Equal("time", order);
        Assert.Equal(4, folds.Count);
        for (int fold = 0; fold < folds.Count; fold++)
        {
            long start = folds[fold].Measured.Min(row => data.AsOf[row]);
            Assert.All(folds[fold].Fit, row => Assert.True(data.MaturesAt[row] <= start));
            Assert.InRange(folds[fold].Measured.Length, 110, 130);
            Assert.True(fold == 0 || folds[fold].Measured.Max(row => data.AsOf[row]) < folds[fold - 1].Measured.Min(row => data.AsOf[row]));
        }
    }

    [Fact]
    public void Rows_of_one_moment_are_divided_by_customer_and_each_is_measured_once()
    {
        var data = Data(4_000, customers: 900, asOf: _ => 5, matures: _ => 5);

        var (order, folds) = TuningFolds.Of(data, AllReal(data));

        Assert.Equal(("customer", 5), (order, folds.Count));
        Assert.Equal(Enumerable.Range(0, data.Rows), folds.SelectMany(f => f.Measured).Order());
        Assert.All(folds, fold => Assert.Empty(Customers(data, fold.Fit).Intersect(Customers(data, fold.Measured))));
        Assert.All(folds, fold => Assert.Equal(data.Rows, fold.Fit.Length + fold.Measured.Length));
    }

    [Fact]
    public void Few_rows_are_divided_twice()
    {
        var data = Data(600, customers: 600, asOf: _ => 5, matures: _ => 5);

        var folds = TuningFolds.Of(data, AllReal(data)).Folds;

        Assert.Equal(10, folds.Count);
        Assert.Equal(2 * data.Rows, folds.Sum(f => f.Measured.Length));
        Assert.NotEqual(folds[0].Measured, folds[5].Measured);
    }

    [Fact]
    public void A_window_that_reaches_over_everything_leaves_customers_to_divide_by()
    {
        var data = Data(1_000, customers: 1_000, asOf: row => row / 100, matures: _ => 1_000);

        Assert.Equal("customer", TuningFolds.Of(data, AllReal(data)).Order);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(1_000, 1)]
    public void Guesses_are_learnt_from_and_never_measured_on(int rowsAtATime, int fewestFolds)
    {
        var data = Data(3_000, customers: 3_000, asOf: row => row / rowsAtATime / 1_000, matures: row => row / rowsAtATime / 1_000);
        bool[] real = [.. Enumerable.Range(0, data.Rows).Select(row => row % 3 != 0)];

        var folds = TuningFolds.Of(data, real).Folds;

        Assert.InRange(folds.Count, fewestFolds, 10);
        Assert.All(folds, fold => Assert.All(fold.Measured, row => Assert.True(real[row])));
        Assert.All(folds, fold => Assert.Contains(fold.Fit, row => !real[row]));
    }

    private static bool[] AllReal(TrainingData data) => [.. Enumerable.Repeat(true, data.Rows)];

    private static IEnumerable<long> Customers(TrainingData data, int[] rows) => rows.Select(row => data.CustomerIds[row]);

    private static TrainingData Data(int rows, int customers, Func<int, long> asOf, Func<int, long> matures) => new(
        PredictionKind.Probability,
        new FeatureMatrix(["x"], new float[rows], rows),
        new float[rows],
        new float[rows],
        [.. Enumerable.Range(0, rows).Select(row => (long)(row % customers))],
        [.. Enumerable.Range(0, rows).Select(asOf)],
        [.. Enumerable.Range(0, rows).Select(matures)]);
}
