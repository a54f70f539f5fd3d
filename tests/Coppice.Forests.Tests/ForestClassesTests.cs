using System.Text;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests;

public sealed class ForestClassesTests
{
    [Theory]
    [InlineData("1", "gbtree")]
    [InlineData("3", "gbtree")]
    [InlineData("1", "dart")]
    public void Each_class_has_the_margins_of_XGBoost_and_softmax_its_probabilities(string parallel, string booster)
    {
        const int Classes = 4, Columns = 6, Count = 90;
        var random = new Random(3);
        float[] rows = [.. Enumerable.Range(0, Count * Columns).Select(_ => random.Next(6) == 0 ? float.NaN : random.NextSingle() * 4)];
        float[] labels = [.. rows.Chunk(Columns).Select(row => float.IsNaN(row[0]) ? 3f : MathF.Min(2, MathF.Floor(row[0])))];
        using NativeBooster native = NativeBooster.Train(rows, Columns, labels, 7,
            ("objective", "multi:softprob"), ("num_class", $"{Classes}"), ("num_parallel_tree", parallel), ("booster", booster), ("rate_drop", "0.2"), ("max_depth", "4"));
        float[] margins = native.Margins(rows, Columns), probabilities = native.Values(rows, Columns);
        foreach (string format in (string[])["json", "ubj"])
        {
            IReadOnlyList<Forest> classes = Forest.ReadClasses(native.Save(format));
            Assert.Equal((Classes, 7), (classes.Count, classes[0].Rounds));
            ForestScorer[] scorers = [.. classes.Select(ForestScorer.Compile)];
            var found = new float[Count];
            for (int ofClass = 0; ofClass < Classes; ofClass++)
            {
                scorers[ofClass].Margins(rows, found);
                Bits.AssertSame([.. margins.Where((_, i) => i % Classes == ofClass)], found);
            }

            float[] some = [.. scorers.Select(scorer => scorer.Margin(rows.AsSpan(0, Columns)))];
            Forest.Softmax(some);
            for (int i = 0; i < Classes; i++)
                Assert.Equal(probabilities[i], some[i], 1e-6);
        }
    }

    [Fact]
    public void Classes_of_LightGBM_take_their_trees_in_turn()
    {
        string trees = string.Concat(Enumerable.Range(0, 6).Select(i => $"Tree={i}\nnum_leaves=1\nleaf_value={i + 1}\n\n"));
        string model = $"tree\nnum_class=3\nnum_tree_per_iteration=3\nmax_feature_idx=0\nobjective=multiclass num_class:3\n\n{trees}end of trees\n";
        IReadOnlyList<Forest> classes = Forest.ReadClasses(Encoding.UTF8.GetBytes(model));
        Assert.Equal([5f, 7f, 9f], classes.Select(forest => ForestScorer.Compile(forest).Margin([0f])));
    }

    [Fact]
    public void A_model_of_one_output_is_one_forest() => Assert.Single(Forest.ReadClasses(SomeModel.Of(1, 2, 3, 4).Bytes));

    [Fact]
    public void What_asks_for_one_output_is_told_who_reads_several()
    {
        byte[] model = Encoding.UTF8.GetBytes("tree\nnum_class=2\nnum_tree_per_iteration=2\nmax_feature_idx=0\nobjective=multiclass num_class:2\n\nend of trees\n");
        Assert.Contains("ReadClasses", Assert.Throws<InvalidForestException>(() => Forest.Read(model)).Message, StringComparison.Ordinal);
        Assert.Contains("one class of several", Assert.Throws<NotSupportedException>(() => Forest.ReadClasses(model)[0].Save(ForestFormat.XGBoostJson)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Softmax_of_large_margins_does_not_overflow()
    {
        float[] margins = [1000, 1000, -1000];
        Forest.Softmax(margins);
        Assert.Equal([0.5f, 0.5f, 0f], margins);
    }
}
