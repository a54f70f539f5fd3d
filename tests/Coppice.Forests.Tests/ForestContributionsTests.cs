using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests;

public sealed class ForestContributionsTests
{
    [Theory]
    [InlineData("hand_tree", "phi_x0_x1_bias")]
    [InlineData("repeated_feature_tree", "phi")]
    public void Hand_trees_give_the_values_of_the_design(string name, string field)
    {
        JsonNode vector = Vectors.Read("09_shap.json")[name]!;
        JsonNode tree = vector["tree"]!["arrays_by_node"] ?? vector["tree"]!;
        var contributions = new ForestContributions(Forest.Read(Model(tree)));
        foreach (JsonNode? test in vector["cases"]!.AsArray())
            AssertClose(Doubles(test![field]!), Explain(contributions, Floats(test["x"]!)), 1e-12);
    }

    [Fact]
    public void The_model_of_the_design_gives_its_margins_probabilities_and_contributions()
    {
        JsonNode vector = Vectors.Read("09_shap.json")["xgboost_1_7_4_model"]!;
        Forest forest = Forest.Read(Vectors.ReadBytes("09_model.json"));
        Assert.Equal("2", forest.Attributes["best_iteration"]);
        ForestScorer scorer = ForestScorer.Compile(forest);
        var contributions = new ForestContributions(forest);
        for (int i = 0; i < vector["X"]!.AsArray().Count; i++)
        {
            float[] row = Floats(vector["X"]![i]!);
            Assert.Equal(vector["margin"]![i]!.GetValue<float>(), scorer.Margin(row));
            Assert.Equal(vector["prob"]![i]!.GetValue<float>(), scorer.Value(row));
            AssertClose(Doubles(vector["contribs_bruteforce_float64"]![i]!), Explain(contributions, row), 1e-6);
            AssertClose(Doubles(vector["contribs_xgb_float32"]![i]!), Explain(contributions, row), 1e-5);
        }
    }

    [Theory]
    [InlineData("binary:logistic", 6)]
    [InlineData("reg:squarederror", 9)]
    [InlineData("reg:tweedie", 5)]
    public void Trained_models_agree_with_XGBoost_and_add_up_to_the_margin(string objective, int depth)
    {
        using TrainedModel trained = TrainedModel.Of(objective, depth: depth, rowCount: 150);
        Forest forest = Forest.Read(trained.Booster.Save("json"));
        var contributions = new ForestContributions(forest);
        ForestScorer scorer = ForestScorer.Compile(forest);
        float[][] expected = [.. trained.Booster.Contributions(trained.Rows, trained.Columns).Chunk(trained.Columns + 1)];
        float[][] rows = [.. trained.Rows.Chunk(trained.Columns)];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] found = Explain(contributions, rows[i]);
            AssertClose([.. expected[i].Select(value => (double)value)], found, 1e-5);
            Assert.Equal(scorer.Margin(rows[i]), found.Sum(), 1e-4);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void Random_forests_agree_with_XGBoost(int depth)
    {
        SomeModel model = SomeModel.Of(depth + 70, 10, depth, 5);
        var contributions = new ForestContributions(Forest.Read(model.Bytes));
        using NativeBooster native = NativeBooster.Load(model.Bytes);
        float[] rows = model.Rows(50, infinite: false);
        float[][] expected = [.. native.Contributions(rows, 5).Chunk(6)];
        float[][] found = [.. rows.Chunk(5).Select(row => Array.ConvertAll(Explain(contributions, row), value => (float)value))];
        for (int i = 0; i < found.Length; i++)
            AssertClose(Array.ConvertAll(expected[i], value => (double)value), Array.ConvertAll(found[i], value => (double)value), 1e-5);
    }

    [Fact]
    public void A_side_without_cover_weighs_nothing_but_is_followed_by_rows_that_go_there()
    {
        JsonNode tree = JsonNode.Parse("""{"left":[1,3,-1,-1,-1],"right":[2,4,-1,-1,-1],"feat":[0,0,0,0,0],"cond":[1,0,5,2,3],"cover":[4,4,0,4,0],"dl":[1,1,0,0,0]}""")!;
        var contributions = new ForestContributions(Forest.Read(Model(tree)));
        AssertClose([3, 0, 2], Explain(contributions, [2, 0]), 1e-12);
        AssertClose([1, 0, 2], Explain(contributions, [0.5f, 0]), 1e-12);
    }

    [Fact]
    public void A_split_without_cover_is_refused_with_its_place()
    {
        JsonNode tree = JsonNode.Parse("""{"left":[1,-1,-1],"right":[2,-1,-1],"feat":[0,0,0],"cond":[1,0,5],"cover":[0,0,0],"dl":[1,0,0]}""")!;
        Forest forest = Forest.Read(Model(tree));
        InvalidForestException refusal = Assert.Throws<InvalidForestException>(() => new ForestContributions(forest));
        Assert.Equal("trees[0].sum_hessian", refusal.Place);
    }

    [Fact]
    public void Wrong_lengths_are_argument_mistakes()
    {
        var contributions = new ForestContributions(Forest.Read(SomeModel.Of(1, 1, 1, 3).Bytes));
        Assert.Throws<ArgumentException>(() => contributions.Explain(new float[2], new double[4]));
        Assert.Throws<ArgumentException>(() => contributions.Explain(new float[3], new double[3]));
        Assert.Throws<ArgumentException>(() => contributions.Explain(new float[4], new float[4]));
        Assert.Throws<ArgumentException>(() => contributions.Explain(new float[6], new float[7]));
    }

    public static TheoryData<string, int> KernelsAndDepths()
    {
        var data = new TheoryData<string, int>();
        foreach (string kernel in Blocks.KernelTests.KernelsHere)
        {
            foreach (int depth in (int[])[0, 1, 2, 3, 4, 5, 6, 7, 9])
                data.Add(kernel, depth);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(KernelsAndDepths))]
    public void Batches_agree_with_XGBoost_and_with_rows_alone_on_every_kernel(string kernel, int depth)
    {
        foreach (int features in (int[])[2, 7, 40])
        {
            SomeModel model = SomeModel.Of(depth + 170, 12, depth, features);
            Forest forest = Forest.Read(model.Bytes);
            var contributions = new ForestContributions(forest, kernel);
            using NativeBooster native = NativeBooster.Load(model.Bytes);
            float[] rows = model.Rows(130, infinite: false);
            float[] expected = native.Contributions(rows, features);
            foreach (int count in (int[])[1, 2, 3, 15, 16, 17, 33, 64, 65, 130])
            {
                var found = new float[count * contributions.Length];
                Array.Fill(found, float.NaN);
                contributions.Explain(rows.AsSpan(0, count * features), found);
                for (int i = 0; i < found.Length; i++)
                    Assert.Equal(expected[i], found[i], 1e-5);
            }

            double[] alone = Explain(contributions, rows[..features]);
            for (int i = 0; i < alone.Length; i++)
                Assert.Equal(alone[i], expected[i], 1e-5);
        }
    }

    [Fact]
    public void Batches_of_the_design_agree_with_brute_force()
    {
        JsonNode vector = Vectors.Read("09_shap.json")["xgboost_1_7_4_model"]!;
        var contributions = new ForestContributions(Forest.Read(Vectors.ReadBytes("09_model.json")));
        float[][] rows = [.. vector["X"]!.AsArray().Select(row => Floats(row!))];
        var found = new float[rows.Length * contributions.Length];
        contributions.Explain(rows.SelectMany(row => row).ToArray(), found);
        double[] expected = [.. vector["contribs_bruteforce_float64"]!.AsArray().SelectMany(row => Doubles(row!))];
        AssertClose(expected, Array.ConvertAll(found, value => (double)value), 1e-6);
    }

    [Fact]
    public void Steps_of_one_feature_have_tables_however_deep_they_are()
    {
        var builder = new ForestBuilder { FeatureCount = 3, Objective = "reg:squarederror", BaseScore = 0 };
        float[] thresholds = [.. Enumerable.Range(0, 300).Select(i => i / 10f)];
        builder.Add(new StepFunction(1, thresholds, [.. Enumerable.Range(0, 301).Select(i => MathF.Sin(i))], [.. Enumerable.Repeat(1f, 301)]) { Missing = (2, 5) });
        byte[] model = builder.Save();
        var contributions = new ForestContributions(Forest.Read(model));
        using NativeBooster native = NativeBooster.Load(model);
        float[] rows = [0, 12.34f, 0, 1, float.NaN, 1, 5, -3, 5, 7, 1000, 7];
        var found = new float[16];
        contributions.Explain(rows, found);
        AssertClose(Array.ConvertAll(native.Contributions(rows, 3), value => (double)value), Array.ConvertAll(found, value => (double)value), 1e-5);
    }

    private static double[] Explain(ForestContributions contributions, float[] row)
    {
        var found = new double[contributions.Length];
        contributions.Explain(row, found);
        return found;
    }

    private static byte[] Model(JsonNode tree)
    {
        int count = tree["left"]!.AsArray().Count;
        string Reals(string name) => string.Join(',', Doubles(tree[name]!).Select(value => value.ToString("0.0####", CultureInfo.InvariantCulture)));
        string Integers(string name) => string.Join(',', Doubles(tree[name]!).Select(value => Math.Max(value, name == "feat" ? 0 : -1)));
        string zeros = string.Join(',', Enumerable.Repeat("0.0", count));
        string json = $$"""
            {"left_children":[{{Integers("left")}}],"right_children":[{{Integers("right")}}],"split_indices":[{{Integers("feat")}}],
            "split_conditions":[{{Reals("cond")}}],"default_left":[{{Integers("dl")}}],"sum_hessian":[{{Reals("cover")}}],
            "loss_changes":[{{zeros}}],"tree_param":{"num_nodes":"{{count}}"} }
            """;
        return Encoding.UTF8.GetBytes(SomeModel.Learner(json, 1, 2, "reg:squarederror", "0"));
    }

    private static double[] Doubles(JsonNode array) => [.. array.AsArray().Select(item => item!.GetValue<double>())];

    private static float[] Floats(JsonNode array) => [.. array.AsArray().Select(item => item is null || item.GetValueKind() == System.Text.Json.JsonValueKind.String ? float.NaN : item.GetValue<float>())];

    private static void AssertClose(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], tolerance);
    }
}
