using Coppice.Forests.Tests.Support;
using Coppice.Forests.Writing;

namespace Coppice.Forests.Tests.Reading;

public sealed class OnnxReaderTests
{
    [Theory]
    // One split on feature 0 at 2, true leads to 10, false to 20.
    [InlineData("BRANCH_LEQ", 2f, 10f)]
    [InlineData("BRANCH_LEQ", 2.0000002f, 20f)]
    [InlineData("BRANCH_LT", 2f, 20f)]
    [InlineData("BRANCH_LT", 1.9999999f, 10f)]
    [InlineData("BRANCH_GTE", 2f, 10f)]
    [InlineData("BRANCH_GTE", 1.9999999f, 20f)]
    [InlineData("BRANCH_GT", 2f, 20f)]
    [InlineData("BRANCH_GT", 2.0000002f, 10f)]
    public void Every_mode_goes_its_way(string mode, float value, float leaf)
    {
        ForestScorer scorer = ForestScorer.Compile(Forest.Read(Stump(mode, tracks: 0)));
        Assert.Equal(leaf + 0.5f, scorer.Margin([value]));
        // What is missing satisfies no comparison.
        Assert.Equal(20.5f, scorer.Margin([float.NaN]));
        Assert.Equal(10.5f, ForestScorer.Compile(Forest.Read(Stump(mode, tracks: 1))).Margin([float.NaN]));
    }

    [Fact]
    public void Two_classes_are_scored_by_the_second()
    {
        // As scikit-learn's forests are converted: shares of both classes at each leaf.
        Forest forest = Forest.Read(Model("TreeEnsembleClassifier", node =>
        {
            Splits(node, "BRANCH_LEQ", 0);
            Integers(node, "class_treeids", 0, 0, 0, 0);
            Integers(node, "class_nodeids", 1, 1, 2, 2);
            Integers(node, "class_ids", 0, 1, 0, 1);
            Reals(node, "class_weights", 0.75f, 0.25f, 0.5f, 0.5f);
            Integers(node, "classlabels_int64s", 0, 1);
        }));
        Assert.Equal(ForestLink.Identity, forest.Link);
        Assert.Equal([0.25f, 0.5f], new[] { 1f, 3f }.Select(value => ForestScorer.Compile(forest).Value([value])));
    }

    [Fact]
    public void A_classifier_of_one_weight_has_a_logistic_link_where_it_says_so()
    {
        Forest forest = Forest.Read(Classifier("LOGISTIC", 2));
        Assert.Equal((ForestLink.Logistic, 0.5f), (forest.Link, ForestScorer.Compile(forest).Value([1])));
    }

    [Theory]
    [InlineData("SOFTMAX", 2, "SOFTMAX")]
    [InlineData("PROBIT", 2, "PROBIT")]
    [InlineData("NONE", 3, "two classes, found 3")]
    public void Other_classifiers_are_refused_by_name(string transform, int classes, string named) =>
        Assert.Contains(named, Refusal(Classifier(transform, classes)), StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_represented_is_refused_by_name()
    {
        Assert.Contains("BRANCH_EQ", Refusal(Stump("BRANCH_EQ", 0)), StringComparison.Ordinal);
        Assert.Contains("MAX", Refusal(Regressor(node => Text(node, "aggregate_function", "MAX"))), StringComparison.Ordinal);
        Assert.Contains("several", Refusal(Regressor(node => Integer(node, "n_targets", 2))), StringComparison.Ordinal);
        Assert.Contains("float64", Refusal(Regressor(node => Reals(node, "nodes_values_as_tensor"))), StringComparison.Ordinal);
        Assert.Contains("'Scaler'", Refusal(Model("Scaler", _ => { })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_of_trees_is_a_sum_of_shares()
    {
        byte[] model = Regressor(node => Text(node, "aggregate_function", "AVERAGE"));
        Assert.Equal(10f, ForestScorer.Compile(Forest.Read(model)).Margin([0]));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] model = Stump("BRANCH_LT", 1);
        for (int length = 0; length < model.Length; length++)
            Assert.Throws<InvalidForestException>(() => Forest.Read(model.AsSpan(0, length)));
    }

    [Fact]
    public void Mutated_models_are_read_or_refused() =>
        Mutations.AssertReadOrRefused(Forest.Read(SomeModel.Of(9, 3, 3, 4).Bytes).Save(ForestFormat.Onnx), [0, 1, 2, 3, 8, 10, 18, 127, 255]);

    private static string Refusal(byte[] model) => Assert.Throws<InvalidForestException>(() => Forest.Read(model)).Message;

    private static byte[] Classifier(string transform, int classes) => Model("TreeEnsembleClassifier", node =>
    {
        Splits(node, "BRANCH_LEQ", 0);
        Integers(node, "class_treeids", 0, 0);
        Integers(node, "class_nodeids", 1, 2);
        Integers(node, "class_ids", 0, 0);
        Reals(node, "class_weights", 0, 2);
        Integers(node, "classlabels_int64s", [.. Enumerable.Range(0, classes).Select(label => (long)label)]);
        Text(node, "post_transform", transform);
    });

    private static byte[] Stump(string mode, long tracks) => Model("TreeEnsembleRegressor", node =>
    {
        Splits(node, mode, tracks);
        Reals(node, "base_values", 0.5f);
        Targets(node);
    });

    private static byte[] Regressor(Action<ProtobufWriter> more) => Model("TreeEnsembleRegressor", node =>
    {
        Splits(node, "BRANCH_LT", 0);
        Targets(node);
        more(node);
    });

    private static void Targets(ProtobufWriter node)
    {
        Integers(node, "target_treeids", 0, 0);
        Integers(node, "target_nodeids", 1, 2);
        Integers(node, "target_ids", 0, 0);
        Reals(node, "target_weights", 10, 20);
    }

    private static void Splits(ProtobufWriter node, string mode, long tracks)
    {
        Integers(node, "nodes_treeids", 0, 0, 0);
        Integers(node, "nodes_nodeids", 0, 1, 2);
        Integers(node, "nodes_featureids", 0, 0, 0);
        Reals(node, "nodes_values", 2, 0, 0);
        Integers(node, "nodes_truenodeids", 1, 0, 0);
        Integers(node, "nodes_falsenodeids", 2, 0, 0);
        Integers(node, "nodes_missing_value_tracks_true", tracks, 0, 0);
        node.Message(5, attribute =>
        {
            attribute.Text(1, "nodes_modes");
            attribute.Text(9, mode);
            attribute.Text(9, "LEAF");
            attribute.Text(9, "LEAF");
        });
    }

    private static byte[] Model(string type, Action<ProtobufWriter> write)
    {
        var model = new ProtobufWriter();
        model.Integer(1, 8);
        model.Message(7, graph => graph.Message(1, node =>
        {
            node.Text(4, type);
            write(node);
        }));
        return model.ToArray();
    }

    private static void Integer(ProtobufWriter node, string name, long value) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        attribute.Integer(3, value);
    });

    private static void Integers(ProtobufWriter node, string name, params long[] values) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        attribute.Integers(8, values);
    });

    private static void Reals(ProtobufWriter node, string name, params float[] values) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        attribute.Reals(7, values);
    });

    private static void Text(ProtobufWriter node, string name, string value) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        attribute.Text(4, value);
    });
}
