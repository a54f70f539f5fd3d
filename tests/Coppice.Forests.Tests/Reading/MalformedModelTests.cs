using System.Text;
using System.Text.Json.Nodes;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Reading;

public sealed class MalformedModelTests
{
    private const string Trees = "learner.gradient_booster.model.trees";

    // The same seven nodes in each of three trees: 0 -> (1, 2), 1 -> (3, 4), 2 -> (5, 6).
    private const string Tree = """
        {"left_children":[1,3,5,-1,-1,-1,-1],"right_children":[2,4,6,-1,-1,-1,-1],"split_indices":[0,1,2,0,0,0,0],
        "split_conditions":[0.5,1.5,2.5,1.0,2.0,3.0,4.0],"default_left":[0,1,0,0,0,0,0],"sum_hessian":[4.0,2.0,2.0,1.0,1.0,1.0,1.0],
        "loss_changes":[1.0,1.0,1.0,0.0,0.0,0.0,0.0],"categories_nodes":[],"split_type":[0,0,0,0,0,0,0],
        "tree_param":{"num_nodes":"7"} }
        """;

    [Fact]
    public void The_sound_model_is_read() => Assert.Equal(3, Forest.Read(Bytes(Model())).TreeCount);

    [Theory]
    [InlineData("left_children", 1, "0", "left_children[1]")]
    [InlineData("left_children", 1, "1", "right_children[1]")]
    [InlineData("left_children", 1, "7", "left_children[1]")]
    [InlineData("left_children", 1, "6", "left_children[1]")]
    [InlineData("left_children", 1, "-2", "left_children[1]")]
    [InlineData("left_children", 1, "3.5", "left_children[1]")]
    [InlineData("left_children", 1, "1e300", "left_children[1]")]
    [InlineData("left_children", 1, "-1", "right_children[1]")]
    [InlineData("left_children", 3, "5", "right_children[3]")]
    [InlineData("right_children", 2, "5", "right_children[2]")]
    [InlineData("right_children", 4, "5", "right_children[4]")]
    [InlineData("split_indices", 2, "3", "split_indices[2]")]
    [InlineData("split_indices", 2, "-1", "split_indices[2]")]
    [InlineData("split_indices", 2, "0.5", "split_indices[2]")]
    [InlineData("split_indices", 2, "4294967296", "split_indices[2]")]
    [InlineData("split_conditions", 0, "1e39", "split_conditions[0]")]
    [InlineData("split_conditions", 6, "-1e39", "split_conditions[6]")]
    [InlineData("split_type", 1, "1", "split_type[1]")]
    public void A_wrong_number_is_refused_at_its_place(string column, int index, string value, string place)
    {
        JsonNode model = Model();
        model["learner"]!["gradient_booster"]!["model"]!["trees"]![2]![column]![index] = JsonNode.Parse(value);
        Assert.Equal($"{Trees}[2].{place}", Refusal(Bytes(model)).Place);
    }

    [Fact]
    public void A_cycle_and_a_shared_child_are_refused()
    {
        Assert.Equal($"{Trees}[0].left_children[3]", Refusal(WithChildren(3, 1)).Place);
        Assert.Equal($"{Trees}[0].left_children[2]", Refusal(WithChildren(2, 3)).Place);
        Assert.Equal($"{Trees}[0].left_children[2]", Refusal(WithChildren(2, 4)).Place);
    }

    [Theory]
    [InlineData("learner_model_param.num_feature", "\"0\"")]
    [InlineData("learner_model_param.num_feature", "\"2000000000\"")]
    [InlineData("learner_model_param.num_feature", "\"99999999999999999999\"")]
    [InlineData("learner_model_param.num_feature", "{}")]
    [InlineData("learner_model_param.num_class", "\"99999\"")]
    [InlineData("learner_model_param.num_target", "\"2\"")]
    [InlineData("learner_model_param.base_score", "\"NaN\"")]
    [InlineData("learner_model_param.base_score", "\"1e39\"")]
    [InlineData("learner_model_param.base_score", "\"half\"")]
    [InlineData("objective.name", "\"rank:pairwise\"")]
    [InlineData("objective.name", "7")]
    [InlineData("gradient_booster.name", "\"gblinear\"")]
    [InlineData("gradient_booster.model.tree_info", "[0,0]")]
    [InlineData("gradient_booster.model.gbtree_model_param.num_trees", "\"4\"")]
    [InlineData("gradient_booster.model.trees", "[1,2,3]")]
    [InlineData("gradient_booster.model.trees", "{}")]
    [InlineData("feature_names", "[\"a\"]")]
    [InlineData("attributes", "[]")]
    public void A_wrong_parameter_is_refused_at_its_place(string path, string value)
    {
        JsonNode model = Model();
        string[] names = path.Split('.');
        JsonNode parent = names[..^1].Aggregate(model["learner"]!, (node, name) => node[name]!);
        parent[names[^1]] = JsonNode.Parse(value);
        Assert.Equal($"learner.{path}", Refusal(Bytes(model)).Place);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-0.5")]
    public void A_base_score_that_is_no_probability_is_refused(string score)
    {
        string json = SomeModel.Learner(Tree, 1, 3, "binary:logistic", score);
        Assert.Equal("learner.learner_model_param.base_score", Refusal(Encoding.UTF8.GetBytes(json)).Place);
    }

    [Fact]
    public void Several_groups_and_categories_are_refused_by_name()
    {
        JsonNode model = Model();
        model["learner"]!["gradient_booster"]!["model"]!["tree_info"]![1] = 1;
        Assert.Contains("expected group 0, found", Refusal(Bytes(model)).Message, StringComparison.Ordinal);

        model = Model();
        model["learner"]!["gradient_booster"]!["model"]!["trees"]![0]!["categories_nodes"] = new JsonArray(2);
        Assert.Contains("categorical", Refusal(Bytes(model)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left_children")]
    [InlineData("sum_hessian")]
    [InlineData("default_left")]
    public void Columns_that_are_short_or_absent_are_refused(string column)
    {
        JsonNode model = Model();
        JsonNode tree = model["learner"]!["gradient_booster"]!["model"]!["trees"]![1]!;
        tree[column] = new JsonArray(1, 2, 3);
        Assert.Equal($"{Trees}[1].{column}", Refusal(Bytes(model)).Place);
        tree.AsObject().Remove(column);
        InvalidForestException refusal = Refusal(Bytes(model));
        Assert.Equal($"{Trees}[1]", refusal.Place);
        Assert.Contains(column, refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_deeper_than_the_limit_is_refused_and_never_overflows_the_stack()
    {
        Assert.Equal(512, Forest.Read(Chain(512)).Trees[0].Depth);
        Assert.Contains("512 levels", Refusal(Chain(513)).Message, StringComparison.Ordinal);
        Assert.Contains("512 levels", Refusal(Chain(200_000)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"learner\": 3}")]
    [InlineData("{\"learner\": {}}{")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("{\"a\": [1, \"b\"]}")]
    [InlineData("{\"a\": [NaN]}")]
    [InlineData("{\"a\": \"\\ud800\"}")]
    [InlineData("binfxxxx")]
    [InlineData("PK\u0003\u0004")]
    public void What_is_no_model_is_refused(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    private static InvalidForestException Refusal(byte[] model) => Assert.Throws<InvalidForestException>(() => Forest.Read(model));

    private static JsonNode Model() =>
        JsonNode.Parse(SomeModel.Learner($"{Tree},{Tree},{Tree}", 3, 3, "reg:squarederror", "0.5"))!;

    private static byte[] WithChildren(int node, int left)
    {
        JsonNode model = Model();
        JsonNode tree = model["learner"]!["gradient_booster"]!["model"]!["trees"]![0]!;
        tree["left_children"]![node] = left;
        tree["right_children"]![node] = left + 1;
        return Bytes(model);
    }

    private static byte[] Chain(int depth)
    {
        int count = (2 * depth) + 1;
        string Column(Func<int, string> value) => string.Join(',', Enumerable.Range(0, count).Select(value));
        string zeros = Column(_ => "0");
        // Nodes 0, 2, 4, ... are the splits; the odd ones are leaves.
        string left = Column(node => node % 2 == 0 && node < 2 * depth ? $"{node + 1}" : "-1");
        string right = Column(node => node % 2 == 0 && node < 2 * depth ? $"{node + 2}" : "-1");
        string tree = $$"""
            {"left_children":[{{left}}],"right_children":[{{right}}],"split_indices":[{{zeros}}],"split_conditions":[{{zeros}}],
            "default_left":[{{zeros}}],"sum_hessian":[{{zeros}}],"loss_changes":[{{zeros}}],"tree_param":{"num_nodes":"{{count}}"} }
            """;
        return Encoding.UTF8.GetBytes(SomeModel.Learner(tree, 1, 1, "reg:squarederror", "0.5"));
    }

    private static byte[] Bytes(JsonNode model) => Encoding.UTF8.GetBytes(model.ToJsonString());
}
