namespace Coppice.Forests.Writing;

/// <summary>
/// An ONNX graph of one <c>TreeEnsembleRegressor</c>, whose output is the margin, and the link after it. Splits stay what they are
/// (BRANCH_LT), so a runtime takes the same ways; it may add the leaves in another order. Field numbers are those of onnx.proto.
/// </summary>
internal static class OnnxWriter
{
    private const int FormatVersion = 8, Operators = 15, TreeOperators = 3, Float = 1;
    private const int RealsType = 6, IntegersType = 7, TextsType = 8, IntegerType = 2, TextType = 3;

    public static byte[] Write(Forest forest)
    {
        if (forest.Trees.Any(tree => tree.Nodes.Any(node => !float.IsFinite(node.Threshold))))
            throw new NotSupportedException("Runtimes differ on infinite thresholds, and this forest has some.");

        var model = new ProtobufWriter();
        model.Integer(1, FormatVersion);
        model.Text(2, "Coppice");
        model.Message(7, graph => WriteGraph(graph, forest));
        model.Message(8, operators => WriteOperators(operators, "", Operators));
        model.Message(8, operators => WriteOperators(operators, "ai.onnx.ml", TreeOperators));
        return model.ToArray();
    }

    private static void WriteOperators(ProtobufWriter operators, string domain, int version)
    {
        operators.Text(1, domain);
        operators.Integer(2, version);
    }

    private static void WriteGraph(ProtobufWriter graph, Forest forest)
    {
        graph.Message(1, node => WriteEnsemble(node, forest));
        graph.Message(1, node => WriteNode(node, "margin", "value", forest.Link switch { ForestLink.Logistic => "Sigmoid", ForestLink.Log => "Exp", _ => "Identity" }, ""));
        graph.Text(2, "forest");
        graph.Message(11, value => WriteValue(value, "features", forest.FeatureCount));
        graph.Message(12, value => WriteValue(value, "margin", 1));
        graph.Message(12, value => WriteValue(value, "value", 1));
    }

    private static void WriteNode(ProtobufWriter node, string input, string output, string type, string domain)
    {
        node.Text(1, input);
        node.Text(2, output);
        node.Text(3, output);
        node.Text(4, type);
        node.Text(7, domain);
    }

    /// <summary>A tensor of float32 with any number of rows.</summary>
    private static void WriteValue(ProtobufWriter value, string name, int width)
    {
        value.Text(1, name);
        value.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Integer(1, Float);
            tensor.Message(2, shape =>
            {
                shape.Message(1, dimension => dimension.Text(2, "rows"));
                shape.Message(1, dimension => dimension.Integer(1, width));
            });
        }));
    }

    private static void WriteEnsemble(ProtobufWriter ensemble, Forest forest)
    {
        WriteNode(ensemble, "features", "margin", "TreeEnsembleRegressor", "ai.onnx.ml");
        // A forest without a tree is one leaf of nothing: the operator wants a node.
        Tree[] trees = forest.TreeCount > 0
            ? [.. forest.Trees]
            : [new Tree([new TreeNode { Left = 0, Feature = 0, Threshold = 0, MissingGoesLeft = false, Value = 0, Cover = 0, Gain = 0 }], 0)];
        (int Tree, int Number, TreeNode Node)[] nodes = [.. trees.SelectMany((tree, t) => tree.Nodes.Select((node, n) => (t, n, node)))];
        (int Tree, int Number, TreeNode Node)[] leaves = Array.FindAll(nodes, n => n.Node.IsLeaf);
        Add(ensemble, "aggregate_function", "SUM");
        Add(ensemble, "base_values", [forest.BaseMargin]);
        Add(ensemble, "n_targets", 1);
        Add(ensemble, "nodes_falsenodeids", nodes.Select(n => n.Node.IsLeaf ? 0L : n.Node.Right));
        Add(ensemble, "nodes_featureids", nodes.Select(n => (long)n.Node.Feature));
        Add(ensemble, "nodes_hitrates", nodes.Select(n => n.Node.Cover));
        Add(ensemble, "nodes_missing_value_tracks_true", nodes.Select(n => n.Node.MissingGoesLeft && !n.Node.IsLeaf ? 1L : 0));
        Add(ensemble, "nodes_modes", nodes.Select(n => n.Node.IsLeaf ? "LEAF" : "BRANCH_LT"));
        Add(ensemble, "nodes_nodeids", nodes.Select(n => (long)n.Number));
        Add(ensemble, "nodes_treeids", nodes.Select(n => (long)n.Tree));
        Add(ensemble, "nodes_truenodeids", nodes.Select(n => n.Node.IsLeaf ? 0L : n.Node.Left));
        Add(ensemble, "nodes_values", nodes.Select(n => n.Node.IsLeaf ? 0 : n.Node.Threshold));
        Add(ensemble, "post_transform", "NONE");
        Add(ensemble, "target_ids", leaves.Select(_ => 0L));
        Add(ensemble, "target_nodeids", leaves.Select(n => (long)n.Number));
        Add(ensemble, "target_treeids", leaves.Select(n => (long)n.Tree));
        Add(ensemble, "target_weights", leaves.Select(n => n.Node.Value));
    }

    private static void Add(ProtobufWriter node, string name, int type, Action<ProtobufWriter> writeValue) => node.Message(5, attribute =>
    {
        attribute.Text(1, name);
        writeValue(attribute);
        attribute.Integer(20, type);
    });

    private static void Add(ProtobufWriter node, string name, IEnumerable<long> values) => Add(node, name, IntegersType, attribute => attribute.Integers(8, values));

    private static void Add(ProtobufWriter node, string name, IEnumerable<float> values) => Add(node, name, RealsType, attribute => attribute.Reals(7, values));

    private static void Add(ProtobufWriter node, string name, long value) => Add(node, name, IntegerType, attribute => attribute.Integer(3, value));

    private static void Add(ProtobufWriter node, string name, string value) => Add(node, name, TextType, attribute => attribute.Text(4, value));

    private static void Add(ProtobufWriter node, string name, IEnumerable<string> values) => Add(node, name, TextsType, attribute =>
    {
        foreach (string value in values)
            attribute.Text(9, value);
    });
}
