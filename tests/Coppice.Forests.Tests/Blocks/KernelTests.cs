using Coppice.Forests.Blocks;
using Coppice.Forests.Scoring;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Blocks;

public sealed class KernelTests
{
    public static TheoryData<string> Kernels() => [.. KernelNames.Supported];

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

    [Fact]
    public void The_walk_runs_everywhere() => Assert.Contains(KernelNames.Walk, KernelNames.Supported);
}
