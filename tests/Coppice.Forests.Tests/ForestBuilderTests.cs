namespace Coppice.Forests.Tests;

public sealed class ForestBuilderTests
{
    private static readonly StepFunction Steps = new(1, [-1.5f, 0, 2], [10, 20, 30, 40], [1, 5, 2, 1]);

    [Theory]
    [InlineData(-2, 10)]
    [InlineData(-1.5f, 20)]
    [InlineData(-0.001f, 20)]
    [InlineData(0, 30)]
    [InlineData(1.9f, 30)]
    [InlineData(2, 40)]
    [InlineData(float.MaxValue, 40)]
    [InlineData(float.MinValue, 10)]
    public void A_step_function_answers_by_the_level_of_its_feature(float value, float expected)
    {
        foreach (var steps in new[] { Steps, Steps with { Missing = (-7, 3) } })
            Assert.Equal(expected, Margin(steps, value));
    }

    [Fact]
    public void Missing_has_its_own_value_or_goes_where_most_evidence_is()
    {
        Assert.Equal(-7, Margin(Steps with { Missing = (-7, 3) }, float.NaN));
        Assert.Equal(20, Margin(Steps, float.NaN));
    }

    [Fact]
    public void A_flag_is_a_tree_of_one_split()
    {
        var flag = new StepFunction(0, [], [5], [2]) { Missing = (-1, 8) };
        var builder = Builder();
        builder.Add(flag);
        Forest forest = Forest.Read(builder.Save());

        Assert.Equal(3, forest.Trees[0].Nodes.Length);
        Assert.Equal(10, forest.Trees[0].Nodes[0].Cover);
        Assert.Equal([5, -1], [ForestScorer.Compile(forest).Margin([1, 0]), ForestScorer.Compile(forest).Margin([float.NaN, 0])]);
    }

    [Fact]
    public void Contributions_measure_each_level_against_the_mean_by_evidence()
    {
        var builder = Builder();
        builder.Add(Steps with { Missing = (-7, 1) });
        var contributions = new ForestContributions(Forest.Read(builder.Save()));
        double[] row = new double[contributions.Length];
        contributions.Explain([0, 2], row);

        double mean = (10 + (5 * 20) + (2 * 30) + 40 - 7) / 10.0;
        Assert.Equal([0, 40 - mean, mean], row.Select(v => Math.Round(v, 4)));
    }

    [Fact]
    public void Forests_are_added_with_their_leaves_weighted_and_constants_count_once()
    {
        var inner = Builder();
        inner.Add(Steps);
        var outer = new ForestBuilder { FeatureCount = 2, Objective = "binary:logistic", BaseScore = 0.25f };
        outer.Add(Forest.Read(inner.Save()), weight: 0.5f);
        outer.AddConstant(3, cover: 1);

        Forest forest = Forest.Read(outer.Save());

        Assert.Equal((2, "binary:logistic"), (forest.TreeCount, forest.Objective));
        Assert.Equal(outer.BaseMargin + 20f + 3f, ForestScorer.Compile(forest).Margin([0, 5]));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Contains("expected 4 values and covers, found 4 and 1", Assert.Throws<ArgumentException>(() => Builder().Add(Steps with { Covers = [1] })).Message, StringComparison.Ordinal);
        Assert.Contains("expected a feature from 0 to 1, found 2", Assert.Throws<ArgumentException>(() => Builder().Add(Steps with { Feature = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("expected a forest of 3 features, found 2", Assert.Throws<ArgumentException>(() => new ForestBuilder { FeatureCount = 3, Objective = "reg:tweedie", BaseScore = 1 }.Add(Forest.Read(Filled().Save()), 1)).Message, StringComparison.Ordinal);
    }

    private static ForestBuilder Builder() => new() { FeatureCount = 2, Objective = "reg:squarederror", BaseScore = 0 };

    private static ForestBuilder Filled()
    {
        var builder = Builder();
        builder.Add(Steps);
        return builder;
    }

    private static float Margin(StepFunction steps, float value)
    {
        var builder = Builder();
        builder.Add(steps);
        return ForestScorer.Compile(Forest.Read(builder.Save())).Margin([0, value]);
    }
}
