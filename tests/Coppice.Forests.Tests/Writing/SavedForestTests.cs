using System.Text;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Writing;

public sealed class SavedForestTests
{
    [Theory]
    [InlineData("binary:logistic", "0.317")]
    [InlineData("reg:squarederror", "-2.75")]
    [InlineData("reg:tweedie", "1.7")]
    [InlineData("count:poisson", "0.3")]
    public void XGBoost_reads_the_JSON_and_gives_the_same_bits(string objective, string baseScore)
    {
        for (int depth = 0; depth < 8; depth++)
        {
            SomeModel model = SomeModel.Of(400 + depth, 20, depth, 7, objective, baseScore);
            byte[] saved = Forest.Read(model.Bytes).Save(ForestFormat.XGBoostJson);
            float[] rows = model.Rows(60, infinite: false);
            using NativeBooster before = NativeBooster.Load(model.Bytes);
            using NativeBooster after = NativeBooster.Load(saved);
            float[] expected = before.Margins(rows, 7);
            Bits.AssertSame(expected, after.Margins(rows, 7));
            var margins = new float[60];
            ForestScorer.Compile(Forest.Read(saved)).Margins(rows, margins);
            Bits.AssertSame(expected, margins);
            Assert.Equal(before.Contributions(rows, 7), after.Contributions(rows, 7));
        }
    }

    [Fact]
    public void Names_and_attributes_are_written()
    {
        string json = SomeModel.Of(1, 2, 3, 2).Json
            .Replace("\"feature_names\":[]", "\"feature_names\":[\"a \\\"b\\\"\",\"é\"]", StringComparison.Ordinal)
            .Replace("\"attributes\":{}", "\"attributes\":{\"best_iteration\":\"1\"}", StringComparison.Ordinal);
        Forest forest = Forest.Read(Forest.Read(Encoding.UTF8.GetBytes(json)).Save(ForestFormat.XGBoostJson));
        Assert.Equal(["a \"b\"", "é"], forest.FeatureNames);
        Assert.Equal("1", forest.Attributes["best_iteration"]);
    }

    [Fact]
    public void ONNX_comes_back_with_the_same_bits()
    {
        for (int depth = 0; depth < 10; depth++)
        {
            SomeModel model = SomeModel.Of(500 + depth, 20, depth, 7, "binary:logistic", "0.2");
            Forest forest = Forest.Read(model.Bytes), back = Forest.Read(forest.Save(ForestFormat.Onnx));
            float[] rows = model.Rows(60, infinite: true), expected = new float[60], found = new float[60];
            ForestScorer.Compile(forest).Margins(rows, expected);
            ForestScorer.Compile(back).Margins(rows, found);
            Bits.AssertSame(expected, found);
            Assert.Equal((forest.FeatureCount, forest.Link, forest.BaseMargin), (back.FeatureCount, back.Link, back.BaseMargin));
        }
    }

    [Fact]
    public void Infinite_thresholds_are_refused_by_name()
    {
        string model = "tree\nnum_class=1\nnum_tree_per_iteration=1\nmax_feature_idx=0\nobjective=regression\n\nTree=0\nnum_leaves=2\nsplit_feature=0\nsplit_gain=1\nthreshold=1e300\n" +
            "decision_type=8\nleft_child=-1\nright_child=-2\nleaf_value=1 2\n\nend of trees\n";
        Forest forest = Forest.Read(Encoding.UTF8.GetBytes(model));
        foreach (ForestFormat format in Enum.GetValues<ForestFormat>())
            Assert.Contains("infinite", Assert.Throws<NotSupportedException>(() => forest.Save(format)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("binary:logistic")]
    [InlineData("reg:squarederror")]
    [InlineData("reg:tweedie")]
    public async Task A_real_runtime_gives_the_same_answers(string objective)
    {
        using TrainedModel trained = TrainedModel.Of(objective, parameters: ("base_score", "0.3"));
        Forest forest = Forest.Read(trained.Booster.Save("json"));
        float[][] found = await OnnxRuntime.RunAsync(forest.Save(ForestFormat.Onnx), trained.Rows, trained.Columns, TestContext.Current.CancellationToken);
        float[] margins = trained.Booster.Margins(trained.Rows, trained.Columns), values = trained.Booster.Values(trained.Rows, trained.Columns);
        for (int row = 0; row < margins.Length; row++)
        {
            Assert.Equal(margins[row], found[0][row], 1e-5f * (1 + Math.Abs(margins[row])));
            Assert.Equal(values[row], found[1][row], 1e-5f * (1 + Math.Abs(values[row])));
        }
    }
}
