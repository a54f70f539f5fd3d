using Coppice.Forests.Scoring;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Scoring;

public sealed class BitExactTests
{
    public static TheoryData<int, int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int, int>();
        int seed = 0;
        foreach (int depth in Enumerable.Range(0, 13))
        {
            foreach (int trees in (int[])[1, 2, 5, 6, 7, 13, 50])
                shapes.Add(++seed, trees, depth, 1 + (seed * 7 % 40));
        }

        shapes.Add(1001, 500, 6, 200);
        shapes.Add(1002, 500, 9, 30);
        shapes.Add(1003, 500, 0, 1);
        // More slots than fit on the stack.
        shapes.Add(1004, 200, 6, 3000);
        // So few features of many that they are picked one by one.
        shapes.Add(1005, 3, 4, 2000);
        shapes.Add(1006, 2, 8, 9000);
        shapes.Add(1007, 1000, 5, 60);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Walk_and_reference_and_XGBoost_agree_to_the_last_bit(int seed, int trees, int depth, int features)
    {
        SomeModel model = SomeModel.Of(seed, trees, depth, features);
        Forest forest = Forest.Read(model.Bytes);
        ForestScorer scorer = ForestScorer.Compile(forest);
        using NativeBooster native = NativeBooster.Load(model.Bytes);

        foreach (bool infinite in (bool[])[false, true])
        {
            float[] rows = model.Rows(40, infinite);
            var margins = new float[40];
            scorer.Margins(rows, margins);

            float[] expected = infinite ? native.MarginsInPlace(rows, features) : native.Margins(rows, features);
            Bits.AssertSame(expected, margins);
            Bits.AssertSame(expected, [.. rows.Chunk(features).Select(row => ReferenceScorer.Margin(forest, row))]);
            Bits.AssertSame(expected, [.. rows.Chunk(features).Select(row => scorer.Margin(row))]);
            Bits.AssertSame(expected, [.. rows.Chunk(features).Select(row => SparseMargin(scorer, row))]);
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void Both_layouts_agree_on_every_number_of_rows(int depth)
    {
        SomeModel model = SomeModel.Of(99, 20, depth, 9);
        Forest forest = Forest.Read(model.Bytes);
        ForestScorer scorer = ForestScorer.Compile(forest);
        using NativeBooster native = NativeBooster.Load(model.Bytes);
        for (int count = 1; count <= 130; count++)
        {
            float[] rows = model.Rows(count, infinite: false);
            var margins = new float[count];
            scorer.Margins(rows, margins);
            Bits.AssertSame(native.Margins(rows, 9), margins);
        }
    }

    [Fact]
    public void The_linked_layout_equals_the_padded_one_on_shallow_trees()
    {
        SomeModel model = SomeModel.Of(5, 33, 6, 10);
        Forest forest = Forest.Read(model.Bytes);
        var map = new SlotMap(forest);
        var slots = new float[map.Count];
        var padded = new PaddedWalk(forest, map);
        var linked = new LinkedWalk(forest, map);
        foreach (float[] row in model.Rows(200, infinite: true).Chunk(10))
        {
            map.Fill(row, slots);
            Assert.Equal(padded.Sum(slots, 0), linked.Sum(slots, 0));
        }
    }

    [Theory]
    [InlineData("binary:logistic", 6)]
    [InlineData("binary:logistic", 9)]
    [InlineData("reg:logistic", 4)]
    [InlineData("reg:squarederror", 6)]
    [InlineData("reg:tweedie", 6)]
    [InlineData("reg:gamma", 5)]
    [InlineData("count:poisson", 5)]
    public void Every_trained_objective_is_bit_exact_in_both_formats(string objective, int depth)
    {
        foreach (string baseScore in (string[])["0.5", "0.317"])
        {
            using TrainedModel trained = TrainedModel.Of(objective, depth: depth, parameters: ("base_score", baseScore));
            float[] expectedMargins = trained.Booster.Margins(trained.Rows, trained.Columns);
            float[] expectedValues = trained.Booster.Values(trained.Rows, trained.Columns);
            foreach (string format in (string[])["json", "ubj"])
            {
                ForestScorer scorer = ForestScorer.Compile(Forest.Read(trained.Booster.Save(format)));
                var found = new float[expectedMargins.Length];
                scorer.Margins(trained.Rows, found);
                Bits.AssertSame(expectedMargins, found);
                scorer.Values(trained.Rows, found);
                Bits.AssertSame(expectedValues, found);
            }
        }
    }

    [Theory]
    [InlineData("tree_method", "hist")]
    [InlineData("tree_method", "exact")]
    [InlineData("gamma", "3")]
    [InlineData("num_parallel_tree", "4")]
    public void Pruned_parallel_and_binned_trees_are_bit_exact(string name, string value)
    {
        using TrainedModel trained = TrainedModel.Of("reg:squarederror", parameters: (name, value));
        var found = new float[trained.Rows.Length / trained.Columns];
        ForestScorer.Compile(Forest.Read(trained.Booster.Save("json"))).Margins(trained.Rows, found);
        Bits.AssertSame(trained.Booster.Margins(trained.Rows, trained.Columns), found);
    }

    [Theory]
    [InlineData("binary:logistic")]
    [InlineData("reg:tweedie")]
    public void Dart_is_bit_exact(string objective)
    {
        using TrainedModel trained = TrainedModel.Of(objective, parameters: [("booster", "dart"), ("rate_drop", "0.3"), ("base_score", "0.3")]);
        foreach (string format in (string[])["json", "ubj"])
        {
            var found = new float[trained.Rows.Length / trained.Columns];
            ForestScorer.Compile(Forest.Read(trained.Booster.Save(format))).Margins(trained.Rows, found);
            Bits.AssertSame(trained.Booster.Margins(trained.Rows, trained.Columns), found);
        }
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        foreach (int features in (int[])[20, 3000])
        {
            SomeModel model = SomeModel.Of(3, 100, 6, features);
            ForestScorer scorer = ForestScorer.Compile(Forest.Read(model.Bytes));
            float[] rows = model.Rows(50, infinite: false);
            var margins = new float[50];
            scorer.Margins(rows, margins);
            scorer.Margin([1, 2], [1f, 2f]);

            long before = GC.GetAllocatedBytesForCurrentThread();
            scorer.Margins(rows, margins);
            scorer.Margin(rows.AsSpan(0, features));
            scorer.Margin([1, 2], [1f, 2f]);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static float SparseMargin(ForestScorer scorer, float[] row)
    {
        int[] present = [.. Enumerable.Range(0, row.Length).Where(i => !float.IsNaN(row[i]))];
        return scorer.Margin(present, [.. present.Select(i => row[i])]);
    }
}
