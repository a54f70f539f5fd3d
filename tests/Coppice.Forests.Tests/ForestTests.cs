using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests;

public sealed class ForestTests
{
    [Fact]
    public void A_trained_model_says_what_it_is()
    {
        using TrainedModel trained = TrainedModel.Of("binary:logistic", rounds: 8, parameters: [("num_parallel_tree", "3"), ("base_score", "0.2")]);
        foreach (string format in (string[])["json", "ubj"])
        {
            Forest forest = Forest.Read(trained.Booster.Save(format));
            Assert.Equal(12, forest.FeatureCount);
            Assert.Equal(24, forest.TreeCount);
            Assert.Equal(8, forest.Rounds);
            Assert.Equal("binary:logistic", forest.Objective);
            Assert.Equal(ForestLink.Logistic, forest.Link);
            Assert.Equal(MathF.Log(0.25f), forest.BaseMargin, 1e-6f);
            Assert.Empty(forest.FeatureNames);
            Assert.Empty(forest.Attributes);
        }
    }

    [Fact]
    public void Names_types_and_attributes_are_read()
    {
        string json = SomeModel.Of(1, 2, 3, 2).Json
            .Replace("\"feature_names\":[]", "\"feature_names\":[\"notes.tfidf.golf\",\"é\\u00e9\"]", StringComparison.Ordinal)
            .Replace("\"feature_types\":[]", "\"feature_types\":[\"float\",\"int\"]", StringComparison.Ordinal)
            .Replace("\"attributes\":{}", "\"attributes\":{\"best_iteration\":\"1\"}", StringComparison.Ordinal);
        Forest forest = Forest.Read(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Equal(["notes.tfidf.golf", "éé"], forest.FeatureNames);
        Assert.Equal(["float", "int"], forest.FeatureTypes);
        Assert.Equal("1", forest.Attributes["best_iteration"]);
    }

    [Fact]
    public void Older_files_write_true_and_false()
    {
        SomeModel model = SomeModel.Of(8, 5, 3, 4);
        string older = string.Join("\"default_left\":[", model.Json.Split("\"default_left\":[").Select((part, i) => i == 0 ? part : WithWords(part)));
        ForestScorer expected = ForestScorer.Compile(Forest.Read(model.Bytes));
        ForestScorer found = ForestScorer.Compile(Forest.Read(System.Text.Encoding.UTF8.GetBytes(older)));
        foreach (float[] row in model.Rows(50, infinite: true).Chunk(4))
            Assert.Equal(expected.Margin(row), found.Margin(row));
    }

    private static string WithWords(string part)
    {
        int end = part.IndexOf(']', StringComparison.Ordinal);
        return string.Join(',', part[..end].Split(',').Select(flag => flag == "1" ? "true" : "false")) + part[end..];
    }

    [Fact]
    public void Importance_sums_over_all_trees()
    {
        SomeModel model = SomeModel.Of(21, 30, 4, 6);
        Forest forest = Forest.Read(model.Bytes);
        FeatureImportance[] importance = forest.Importance();
        Assert.Equal(6, importance.Length);
        Assert.Equal(forest.Trees.Sum(tree => tree.Nodes.Count(node => !node.IsLeaf)), importance.Sum(feature => feature.SplitCount));
        Assert.Equal(forest.Trees.SelectMany(tree => tree.Nodes).Sum(node => (double)node.Gain), importance.Sum(feature => feature.Gain), 1e-9);
        Assert.Equal(forest.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).Sum(node => (double)node.Cover), importance.Sum(feature => feature.Cover), 1e-9);
        Assert.All(importance, feature => Assert.True(feature.SplitCount > 0));
    }
}
