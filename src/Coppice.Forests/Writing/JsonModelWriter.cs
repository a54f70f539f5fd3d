using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Coppice.Forests.Writing;

/// <summary>An XGBoost 1.7 model as JSON.</summary>
internal static class JsonModelWriter
{
    public static byte[] Write(Forest forest)
    {
        if (Objectives.LinkOf(forest.Objective) is null)
            throw new NotSupportedException($"This forest is one class of several ({forest.Objective}), and the format has no place for one alone.");
        using var memory = new MemoryStream();
        // XGBoost does not read the escapes that a page in a browser would need.
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("learner");
            WriteTexts(json, "attributes", forest.Attributes.Select(pair => (pair.Key, pair.Value)));
            WriteList(json, "feature_names", forest.FeatureNames);
            WriteList(json, "feature_types", forest.FeatureTypes);
            json.WriteStartObject("gradient_booster");
            json.WriteStartObject("model");
            WriteTexts(json, "gbtree_model_param", [("num_parallel_tree", "1"), ("num_trees", Text(forest.TreeCount)), ("size_leaf_vector", "0")]);
            WriteNumbers(json, "tree_info", forest.Trees.Select(_ => "0"));
            json.WriteStartArray("trees");
            for (int i = 0; i < forest.TreeCount; i++)
                WriteTree(json, forest.Trees[i], i, forest.FeatureCount);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("name", "gbtree");
            json.WriteEndObject();
            WriteTexts(json, "learner_model_param",
                [("base_score", Text(BaseScore(forest))), ("boost_from_average", "0"), ("num_class", "0"), ("num_feature", Text(forest.FeatureCount)), ("num_target", "1")]);
            json.WriteStartObject("objective");
            json.WriteString("name", forest.Objective);
            WriteTexts(json, "reg_loss_param", [("scale_pos_weight", "1")]);
            WriteTexts(json, "tweedie_regression_param", [("tweedie_variance_power", "1.5")]);
            WriteTexts(json, "poisson_regression_param", [("max_delta_step", "0.7")]);
            json.WriteEndObject();
            json.WriteEndObject();
            WriteNumbers(json, "version", ["1", "7", "0"]);
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    /// <summary>The value whose margin is the forest's to the last bit: the format holds values, and two of them may share a margin or none have it.</summary>
    private static float BaseScore(Forest forest)
    {
        const int Near = 1 << 12;
        float below = forest.ToValue(forest.BaseMargin), above = below;
        for (int step = 0; step < Near; step++)
        {
            if (Objectives.ToMargin(forest.Link, below) == forest.BaseMargin)
                return below;
            if (Objectives.ToMargin(forest.Link, above) == forest.BaseMargin)
                return above;
            (below, above) = (MathF.BitDecrement(below), MathF.BitIncrement(above));
        }

        throw new NotSupportedException($"XGBoost's format holds a base score instead of a base margin, and no float32 score has the margin {forest.BaseMargin:R} under {forest.Objective}.");
    }

    private static void WriteTree(Utf8JsonWriter json, Tree tree, int number, int featureCount)
    {
        TreeNode[] nodes = tree.Nodes;
        if (Array.Exists(nodes, node => !float.IsFinite(node.Threshold)))
            throw new NotSupportedException($"trees[{number}]: XGBoost's format has no infinite thresholds; such a split only tells infinite values and missing ones from others.");

        json.WriteStartObject();
        WriteNumbers(json, "base_weights", nodes.Select(node => Text(node.Value)));
        foreach (string name in (ReadOnlySpan<string>)["categories", "categories_nodes", "categories_segments", "categories_sizes"])
            WriteNumbers(json, name, []);
        WriteNumbers(json, "default_left", nodes.Select(node => node.MissingGoesLeft ? "1" : "0"));
        json.WriteNumber("id", number);
        WriteNumbers(json, "left_children", nodes.Select(node => Text(node.IsLeaf ? -1 : node.Left)));
        WriteNumbers(json, "loss_changes", nodes.Select(node => Text(node.Gain)));
        WriteNumbers(json, "parents", tree.Parents().Select(Text));
        WriteNumbers(json, "right_children", nodes.Select(node => Text(node.IsLeaf ? -1 : node.Right)));
        WriteNumbers(json, "split_conditions", nodes.Select(node => Text(node.IsLeaf ? node.Value : node.Threshold)));
        WriteNumbers(json, "split_indices", nodes.Select(node => Text(node.Feature)));
        WriteNumbers(json, "split_type", nodes.Select(_ => "0"));
        WriteNumbers(json, "sum_hessian", nodes.Select(node => Text(node.Cover)));
        WriteTexts(json, "tree_param", [("num_deleted", "0"), ("num_feature", Text(featureCount)), ("num_nodes", Text(nodes.Length)), ("size_leaf_vector", "0")]);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<(string Name, string Value)> texts)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in texts)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<string> numbers)
    {
        json.WritePropertyName(name);
        json.WriteRawValue("[" + string.Join(',', numbers) + "]");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nine digits, which tell every float32, and never as an integer: minus zero would lose its sign.</summary>
    private static string Text(float number) => number.ToString("E8", CultureInfo.InvariantCulture);
}
