using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests;

public sealed class ForestScorerTests
{
    private readonly ForestScorer _scorer = ForestScorer.Compile(Forest.Read(SomeModel.Of(1, 4, 3, 5).Bytes));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_row_of_the_wrong_length_is_an_argument_mistake(int length)
    {
        Assert.Throws<ArgumentException>(() => _scorer.Margin(new float[length]));
        Assert.Throws<ArgumentException>(() => _scorer.Value(new float[length]));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 3)]
    [InlineData(0, 1)]
    [InlineData(5, 0)]
    [InlineData(11, 2)]
    public void Rows_and_results_must_match(int values, int results)
    {
        Assert.Throws<ArgumentException>(() => _scorer.Margins(new float[values], new float[results]));
        Assert.Throws<ArgumentException>(() => _scorer.Values(new float[values], new float[results]));
    }

    [Fact]
    public void No_rows_give_no_margins() => _scorer.Margins([], []);

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(int.MinValue)]
    public void A_sparse_row_names_only_features_of_the_forest(int feature) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _scorer.Margin([feature], [1f]));

    [Fact]
    public void A_sparse_row_has_one_value_per_feature() =>
        Assert.Throws<ArgumentException>(() => _scorer.Margin([1, 2], [1f]));

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, 2, 3)]
    [InlineData(new[] { 0, 2 }, 2, 2)]
    [InlineData(new[] { 0, 1, 3 }, 2, 2)]
    [InlineData(new[] { 1, 1, 2 }, 2, 2)]
    [InlineData(new[] { 0, 3, 2 }, 2, 2)]
    [InlineData(new[] { 0, -1, 2 }, 2, 2)]
    [InlineData(new int[0], 0, 0)]
    public void Starts_of_sparse_rows_ascend_from_0_to_the_number_of_values(int[] starts, int values, int rows) =>
        Assert.Throws<ArgumentException>(() => _scorer.Margins(starts, new int[values], new float[values], new float[rows]));

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_batch_of_sparse_rows_names_only_features_of_the_forest(int feature) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _scorer.Margins([0, 1], [feature], [1f], new float[1]));

    [Fact]
    public void An_empty_sparse_row_is_all_missing()
    {
        float[] missing = [float.NaN, float.NaN, float.NaN, float.NaN, float.NaN];
        Assert.Equal(_scorer.Margin(missing), _scorer.Margin([], []));
        Assert.Equal(_scorer.Value(missing), _scorer.Value([], []));
    }

    [Fact]
    public void Many_threads_may_share_a_scorer()
    {
        SomeModel model = SomeModel.Of(4, 60, 6, 30);
        ForestScorer scorer = ForestScorer.Compile(Forest.Read(model.Bytes));
        float[][] rows = [.. model.Rows(500, infinite: true).Chunk(30)];
        float[] expected = [.. rows.Select(row => scorer.Margin(row))];
        Parallel.For(0, 2000, i => Assert.Equal(expected[i % 500], scorer.Margin(rows[i % 500])));
    }
}
