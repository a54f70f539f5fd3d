using System.Globalization;

namespace Coppice.Forests.Writing;

/// <summary>An XGBoost 1.7 model in UBJSON, which later versions of the library read too.</summary>
internal static class ModelWriter
{
    public static byte[] Write(ForestBuilder forest, IReadOnlyList<Tree> trees)
    {
        var writer = new UbjsonWriter();
        writer.BeginObject();
        writer.Name("learner");
        writer.BeginObject();
        writer.Name("attributes");
        writer.BeginObject();
        writer.EndObject();
        writer.Name("feature_names");
        writer.BeginArray(0);
        writer.Name("feature_types");
        writer.BeginArray(0);
        WriteBooster(writer, forest, trees);
        writer.Name("learner_model_param");
        writer.BeginObject();
        writer.Text("base_score", forest.BaseScore.ToString("E8", CultureInfo.InvariantCulture));
        writer.Text("boost_from_average", "0");
        writer.Text("num_class", "0");
        writer.Text("num_feature", Text(forest.FeatureCount));
        writer.Text("num_target", "1");
        writer.EndObject();
        WriteObjective(writer, forest);
        writer.EndObject();
        writer.Name("version");
        writer.BeginArray(3);
        writer.Number(1);
        writer.Number(7);
        writer.Number(0);
        writer.EndObject();
        return writer.ToArray();
    }

    private static void WriteBooster(UbjsonWriter writer, ForestBuilder forest, IReadOnlyList<Tree> trees)
    {
        writer.Name("gradient_booster");
        writer.BeginObject();
        writer.Name("model");
        writer.BeginObject();
        writer.Name("gbtree_model_param");
        writer.BeginObject();
        writer.Text("num_parallel_tree", "1");
        writer.Text("num_trees", Text(trees.Count));
        writer.Text("size_leaf_vector", "0");
        writer.EndObject();
        writer.Name("tree_info");
        writer.BeginArray(trees.Count);
        for (int i = 0; i < trees.Count; i++)
            writer.Number(0);
        writer.Name("trees");
        writer.BeginArray(trees.Count);
        for (int i = 0; i < trees.Count; i++)
            WriteTree(writer, trees[i], i, forest.FeatureCount);
        writer.EndObject();
        writer.Text("name", "gbtree");
        writer.EndObject();
    }

    private static void WriteTree(UbjsonWriter writer, Tree tree, int number, int featureCount)
    {
        TreeNode[] nodes = tree.Nodes;
        writer.BeginObject();
        writer.Reals("base_weights", Each(nodes, node => node.Value));
        writer.Integers("categories", []);
        writer.Integers("categories_nodes", []);
        writer.NoLongs("categories_segments");
        writer.NoLongs("categories_sizes");
        writer.Bytes("default_left", Each(nodes, node => (byte)(node.MissingGoesLeft ? 1 : 0)));
        writer.Name("id");
        writer.Number(number);
        writer.Integers("left_children", Each(nodes, node => node.IsLeaf ? -1 : node.Left));
        writer.Reals("loss_changes", Each(nodes, node => node.Gain));
        writer.Integers("parents", tree.Parents());
        writer.Integers("right_children", Each(nodes, node => node.IsLeaf ? -1 : node.Right));
        writer.Reals("split_conditions", Each(nodes, node => node.IsLeaf ? node.Value : node.Threshold));
        writer.Integers("split_indices", Each(nodes, node => node.Feature));
        writer.Bytes("split_type", new byte[nodes.Length]);
        writer.Reals("sum_hessian", Each(nodes, node => node.Cover));
        writer.Name("tree_param");
        writer.BeginObject();
        writer.Text("num_deleted", "0");
        writer.Text("num_feature", Text(featureCount));
        writer.Text("num_nodes", Text(nodes.Length));
        writer.Text("size_leaf_vector", "0");
        writer.EndObject();
        writer.EndObject();
    }

    private static void WriteObjective(UbjsonWriter writer, ForestBuilder forest)
    {
        writer.Name("objective");
        writer.BeginObject();
        writer.Text("name", forest.Objective);
        bool isTweedie = forest.Objective == "reg:tweedie";
        writer.Name(isTweedie ? "tweedie_regression_param" : "reg_loss_param");
        writer.BeginObject();
        if (isTweedie)
            writer.Text("tweedie_variance_power", forest.TweediePower.ToString("R", CultureInfo.InvariantCulture));
        else
            writer.Text("scale_pos_weight", "1");
        writer.EndObject();
        writer.EndObject();
    }

    private static T[] Each<T>(TreeNode[] nodes, Converter<TreeNode, T> value) => Array.ConvertAll(nodes, value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
