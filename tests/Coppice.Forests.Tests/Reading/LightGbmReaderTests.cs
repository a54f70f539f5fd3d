using System.Text;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Reading;

public sealed class LightGbmReaderTests
{
    // Two features, two trees, written down from the format's description: a child below 0 is the leaf of its complement.
    private const string Model = """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=1
        objective=binary sigmoid:1
        feature_names=age visits
        feature_infos=[0:1] [0:9]
        tree_sizes=400 200

        Tree=0
        num_leaves=3
        num_cat=0
        split_feature=0 1
        split_gain=8 2.5
        threshold=0.5 3.0000000000000004
        decision_type=10 8
        left_child=1 -2
        right_child=-1 -3
        leaf_value=0.25 -1.5 2
        leaf_weight=1 1 1
        leaf_count=10 20 30
        internal_value=0 0
        internal_weight=0 0
        internal_count=60 50
        is_linear=0
        shrinkage=0.1


        Tree=1
        num_leaves=1
        num_cat=0
        split_feature=
        split_gain=
        threshold=
        decision_type=
        left_child=
        right_child=
        leaf_value=0.125
        leaf_weight=1
        leaf_count=60
        internal_value=
        internal_weight=
        internal_count=
        is_linear=0
        shrinkage=1


        end of trees

        feature_importances:
        age=1

        parameters:
        [boosting: gbdt]
        end of parameters
        """;

    [Theory]
    // age at most 0.5 goes left, to visits: at most 3 is leaf 1, above it leaf 2. Above 0.5 is leaf 0.
    [InlineData(0.5f, 3f, -1.5f)]
    [InlineData(0.5f, 3.0000002f, 2f)]
    [InlineData(0.50000006f, 3f, 0.25f)]
    [InlineData(-7f, float.NegativeInfinity, -1.5f)]
    [InlineData(float.PositiveInfinity, 3f, 0.25f)]
    // Kind 10: missing goes left. Kind 8: missing goes right.
    [InlineData(float.NaN, 1f, -1.5f)]
    [InlineData(0f, float.NaN, 2f)]
    public void Rows_go_where_LightGBM_sends_them(float age, float visits, float leaf)
    {
        Forest forest = Read(Model);
        Assert.Equal(leaf + 0.125f, ForestScorer.Compile(forest).Margin([age, visits]));
    }

    [Fact]
    public void What_the_model_says_of_itself_is_kept()
    {
        Forest forest = Read(Model.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal((2, 2, "binary:logistic", ForestLink.Logistic, 0f), (forest.FeatureCount, forest.TreeCount, forest.Objective, forest.Link, forest.BaseMargin));
        Assert.Equal(["age", "visits"], forest.FeatureNames);
        Assert.Equal(new FeatureImportance(1, 2.5, 50), forest.Importance()[1]);
    }

    [Fact]
    public void Contributions_weigh_by_the_rows_of_leaves()
    {
        // Nothing known: (10 * 0.25 + 20 * -1.5 + 30 * 2) / 60 = 32.5 / 60. Age known: 0.25. Visits known: (50 * 2 + 10 * 0.25) / 60 = 102.5 / 60.
        // Age: half of 0.25 - 32.5 / 60 and of 0.25 - 102.5 / 60. Visits: half of 102.5 / 60 - 32.5 / 60 and of nothing.
        double[] found = new double[3];
        new ForestContributions(Read(Model)).Explain([0.6f, 9], found);
        Assert.Equal(0.25 - (135 / 120.0), found[0], 1e-12);
        Assert.Equal(70 / 120.0, found[1], 1e-12);
        Assert.Equal((32.5 / 60) + 0.125, found[2], 1e-12);
    }

    [Theory]
    [InlineData("0", -0.5f, 0.25f)]
    [InlineData("0", 0.5f, -1.5f)]
    [InlineData("2", 0.5f, -1.5f)]
    public void Without_a_place_for_missing_it_is_zero(string kind, float threshold, float leaf)
    {
        string text = Model.Replace("decision_type=10 8", $"decision_type={kind} 0", StringComparison.Ordinal).Replace("threshold=0.5", FormattableString.Invariant($"threshold={threshold}"), StringComparison.Ordinal);
        Assert.Equal(leaf + 0.125f, ForestScorer.Compile(Read(text)).Margin([float.NaN, 1]));
    }

    [Fact]
    public void A_bound_beyond_every_float_tells_missing_and_infinite_from_the_rest()
    {
        ForestScorer scorer = ForestScorer.Compile(Read(Model.Replace("threshold=0.5", "threshold=1.7976931348623157e+308", StringComparison.Ordinal).Replace("decision_type=10", "decision_type=8", StringComparison.Ordinal)));
        float[] margins = [.. new[] { float.MaxValue, float.PositiveInfinity, float.NaN }.Select(value => scorer.Margin([value, 1]))];
        Assert.Equal([-1.375f, 0.375f, 0.375f], margins);
    }

    [Fact]
    public void A_random_forest_answers_with_the_mean_of_its_trees()
    {
        string text = Model.Replace("feature_infos", "average_output\nfeature_infos", StringComparison.Ordinal);
        Assert.Equal(0.5f * (0.25f + 0.125f), ForestScorer.Compile(Read(text)).Margin([1, 1]));
    }

    [Theory]
    [InlineData("num_class=1", "num_class=3", "expected 3 trees")]
    [InlineData("objective=binary sigmoid:1", "objective=binary sigmoid:2", "sigmoid:2")]
    [InlineData("objective=binary sigmoid:1", "objective=lambdarank", "lambdarank")]
    [InlineData("objective=binary sigmoid:1", "objective=regression sqrt", "sqrt")]
    [InlineData("num_cat=0", "num_cat=1", "categorical")]
    [InlineData("decision_type=10", "decision_type=11", "categorical")]
    [InlineData("decision_type=10", "decision_type=4", "zero_as_missing")]
    [InlineData("is_linear=0", "is_linear=1", "linear")]
    public void What_cannot_be_represented_is_refused_by_name(string old, string changed, string named)
    {
        int first = Model.IndexOf(old, StringComparison.Ordinal);
        string text = Model[..first] + changed + Model[(first + old.Length)..];
        Assert.Contains(named, Assert.Throws<InvalidForestException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left_child=1 -2", "left_child=0 -2", "two ways")]
    [InlineData("left_child=1 -2", "left_child=2 -2", "trees[0].left_child[0]")]
    [InlineData("right_child=-1 -3", "right_child=-1 -4", "trees[0].right_child[1]")]
    [InlineData("split_feature=0 1", "split_feature=0 2", "trees[0].split_feature[1]")]
    [InlineData("threshold=0.5", "threshold=nan", "trees[0].threshold[0]")]
    [InlineData("leaf_value=0.25", "leaf_value=1e40", "trees[0].leaf_value[0]")]
    [InlineData("leaf_value=0.25 ", "leaf_value=", "expected 3 numbers, found 2")]
    [InlineData("num_leaves=3", "num_leaves=0", "trees[0].num_leaves")]
    [InlineData("end of trees", "", "end of trees")]
    [InlineData("version=v4", "num_class=1", "found it twice")]
    public void What_is_malformed_is_refused_with_its_place(string old, string changed, string named) =>
        Assert.Contains(named, Assert.Throws<InvalidForestException>(() => Read(Model.Replace(old, changed, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Mutated_models_are_read_or_refused() => Mutations.AssertReadOrRefused(Encoding.UTF8.GetBytes(Model), "0123456789=- .\n"u8.ToArray());

    private static Forest Read(string text) => Forest.Read(Encoding.UTF8.GetBytes(text));
}
