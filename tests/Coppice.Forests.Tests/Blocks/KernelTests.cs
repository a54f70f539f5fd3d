using Coppice.Forests.Blocks;
using Coppice.Forests.Scoring;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Blocks;

public sealed class KernelTests
{
    public static IReadOnlyList<string> KernelsHere => KernelNames.Supported;

    public static TheoryData<string> Kernels() => [.. KernelsHere];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_kernel_equals_XGBoost_on_every_number_of_rows(string kernel)
    {
        foreach (int features in (int[])[1, 2, 3, 4, 5, 9, 41])
        {
            SomeModel model = SomeModel.Of(features, 20, 6, features);
            ForestScorer scorer = ForestScorer.Compile(Forest.Read(model.Bytes), kernel);
            using NativeBooster native = NativeBooster.Load(model.Bytes);
            float[] rows = model.Rows(130, infinite: true);
            float[] expected = native.MarginsInPlace(rows, features);
            for (int count = 1; count <= 130; count++)
            {
                var margins = new float[count];
                scorer.Margins(rows.AsSpan(0, count * features), margins);
                Bits.AssertSame(expected[..count], margins);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_kernel_equals_the_reference_on_every_depth_and_number_of_trees(string kernel)
    {
        int seed = 2000;
        foreach (int depth in Enumerable.Range(0, 9))
        {
            foreach (int trees in (int[])[1, 7, 8, 9, 17, 100])
            {
                SomeModel model = SomeModel.Of(++seed, trees, depth, 1 + (seed % 23));
                Forest forest = Forest.Read(model.Bytes);
                float[] rows = model.Rows(70, infinite: true);
                var margins = new float[70];
                ForestScorer.Compile(forest, kernel).Margins(rows, margins);
                Bits.AssertSame([.. rows.Chunk(model.FeatureCount).Select(row => ReferenceScorer.Margin(forest, row))], margins);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Trees_of_different_depths_are_added_in_their_order(string kernel)
    {
        // Leaves of very different sizes: another order would round differently.
        var builder = new ForestBuilder { FeatureCount = 6, Objective = "reg:squarederror", BaseScore = 0.3f };
        for (int i = 0; i < 60; i++)
        {
            builder.Add(Forest.Read(SomeModel.Of(i, 1 + (i % 3), i % 7, 6).Bytes), MathF.Pow(10, (i * 7 % 13) - 6));
            builder.Add(new StepFunction(i % 6, [-0.5f, 0, 0.7f], [i, -i, 0.1f * i, 3], [1, 2, 3, 4]) { Missing = i % 2 == 0 ? (0.01f * i, 1) : null });
        }

        Forest forest = Forest.Read(builder.Save());
        float[] rows = SomeModel.Of(1, 1, 6, 6).Rows(100, infinite: true);
        var margins = new float[100];
        ForestScorer.Compile(forest, kernel).Margins(rows, margins);
        Bits.AssertSame([.. rows.Chunk(6).Select(row => ReferenceScorer.Margin(forest, row))], margins);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sparse_rows_equal_dense_ones_with_what_is_absent_missing(string kernel)
    {
        foreach (int depth in (int[])[0, 3, 6, 9])
        {
            SomeModel model = SomeModel.Of(300 + depth, 30, depth, 37);
            ForestScorer scorer = ForestScorer.Compile(Forest.Read(model.Bytes), kernel);
            float[] rows = model.Rows(130, infinite: true);
            List<int> starts = [0], features = [];
            List<float> values = [];
            for (int row = 0; row < 130; row++)
            {
                for (int feature = 0; feature < 37; feature++)
                {
                    float value = rows[(row * 37) + feature];
                    if (float.IsNaN(value) && feature % 5 != 0)
                        continue;
                    if (feature % 11 == 0)
                    {
                        // An earlier value of the same feature does not count.
                        features.Add(feature);
                        values.Add(-value);
                    }

                    features.Add(feature);
                    values.Add(value);
                }

                starts.Add(values.Count);
            }

            var expected = new float[130];
            scorer.Margins(rows, expected);
            for (int count = 0; count <= 130; count++)
            {
                var margins = new float[count];
                int end = starts[count];
                scorer.Margins([.. starts.Take(count + 1)], features.ToArray().AsSpan(0, end), values.ToArray().AsSpan(0, end), margins);
                Bits.AssertSame(expected[..count], margins);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_kernel_allocates(string kernel)
    {
        SomeModel model = SomeModel.Of(3, 60, 8, 300);
        ForestScorer scorer = ForestScorer.Compile(Forest.Read(model.Bytes), kernel);
        float[] rows = model.Rows(200, infinite: false);
        var margins = new float[200];
        int[] starts = [.. Enumerable.Range(0, 201)];
        int[] features = [.. Enumerable.Range(0, 200)];
        void Score()
        {
            scorer.Margins(rows, margins);
            scorer.Margins(starts, features, rows.AsSpan(0, 200), margins);
        }

        Score();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Score();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Forests_of_large_trees_are_walked_and_others_are_not()
    {
        Assert.True(KernelChoice.MayPay(Forest.Read(SomeModel.Of(1, 10, 6, 5).Bytes)));
        // One tree of 4,096 leaves on 12 levels.
        var nodes = new TreeNode[8191];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = new TreeNode { Left = i < 4095 ? (2 * i) + 1 : 0, Feature = 0, Threshold = i, MissingGoesLeft = true, Value = i, Cover = 1, Gain = 0 };
        var large = new Forest([new Tree(nodes, 12)])
        {
            FeatureCount = 1,
            FeatureNames = [],
            FeatureTypes = [],
            Rounds = 1,
            Objective = "reg:squarederror",
            Link = ForestLink.Identity,
            BaseMargin = 0,
            Attributes = new Dictionary<string, string>(),
        };
        Assert.False(KernelChoice.MayPay(large));
    }

    [Fact]
    public void The_widest_kernel_that_there_is_is_used() =>
        Assert.Equal(Environment.GetEnvironmentVariable(InstructionSetTests.Expected) ?? KernelNames.Supported[0], KernelNames.Chosen());

    [Fact]
    public void The_walk_runs_everywhere() => Assert.Contains(KernelNames.Walk, KernelNames.Supported);
}
