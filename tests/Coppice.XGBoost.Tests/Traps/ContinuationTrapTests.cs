using Coppice.XGBoost.Tests.Support;

namespace Coppice.XGBoost.Tests.Traps;

/// <summary>What XGBoost 1.7 really does when a model is trained further; one test or more per trap, and how the API keeps out of it.</summary>
public sealed class ContinuationTrapTests
{
    [Fact]
    public void Continuing_only_appends_and_never_changes_the_old_trees()
    {
        byte[] old = Some.Model(5);
        using TrainingMatrix newRows = Some.Matrix(300, firstRow: 5_000);
        using Booster continued = Booster.Continue(old, Some.ContinuationParameters);
        continued.Train(newRows, 3, onRound: null, CancellationToken.None);

        var before = new ModelTrees(old);
        var after = new ModelTrees(continued.Save(ModelFormat.Json));

        Assert.Equal(8, continued.Rounds);
        Assert.Equal(8, after.Count);
        Assert.All(Enumerable.Range(0, 5), tree => Assert.Equal(before.Text(tree), after.Text(tree)));
    }

    [Fact]
    public void A_forest_ignores_another_size_and_boosts_on_residuals_natively()
    {
        byte[] forest = Some.Model(1, Some.With(("num_parallel_tree", "10"), ("subsample", "0.8"), ("eta", "1")));
        using TrainingMatrix matrix = Some.Matrix();
        using var native = new NativeBooster(forest);
        native.Set(("num_parallel_tree", "5"), ("eta", "1"), ("tree_method", "hist"), ("max_depth", "3"));
        native.Update(matrix, iteration: 1);

        var trees = new ModelTrees(native.Save());
        float firstForest = trees.LeafValues(0).Max(Math.Abs);
        float secondForest = trees.LeafValues(10).Max(Math.Abs);

        Assert.Equal(20, trees.Count);
        Assert.NotEqual(firstForest, secondForest);
    }

    [Fact]
    public void Continuing_a_forest_is_refused()
    {
        byte[] forest = Some.Model(1, Some.With(("num_parallel_tree", "10")));

        var refusal = Assert.Throws<ArgumentException>("model", () => Booster.Continue(forest, Some.ContinuationParameters));

        Assert.Contains("this one has 10", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_score_given_again_moves_every_prediction_natively()
    {
        byte[] model = Some.Model(3);
        using TrainingMatrix matrix = Some.Matrix(20);
        using Booster before = Booster.Load(model);
        using var native = new NativeBooster(model);
        native.Set(("base_score", "0.7"));
        using Booster after = Booster.Load(native.Save());

        float shift = MathF.Log(0.7f / 0.3f) - MathF.Log(0.4f / 0.6f);
        IEnumerable<float> shifts = after.Predict(matrix, PredictionKind.Margin).Zip(before.Predict(matrix, PredictionKind.Margin), (a, b) => a - b);

        Assert.All(shifts, found => Assert.Equal(shift, found, 1e-5f));
    }

    [Theory]
    [InlineData("base_score", "0.7")]
    [InlineData("num_parallel_tree", "5")]
    [InlineData("objective", "reg:squarederror")]
    [InlineData("booster", "gblinear")]
    [InlineData("num_class", "3")]
    public void What_belongs_to_the_old_trees_is_refused(string name, string value)
    {
        byte[] model = Some.Model(1);
        using TrainingMatrix matrix = Some.Matrix();
        using Booster trained = Some.Trained(Some.Parameters, matrix, 1);
        var parameters = new Dictionary<string, string> { [name] = value };

        var whenContinuing = Assert.Throws<ArgumentException>("parameters", () => Booster.Continue(model, parameters));
        Assert.Throws<ArgumentException>("parameters", () => trained.SetParameters(parameters));

        Assert.Contains(name, whenContinuing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Histogram_bins_come_from_the_new_rows_alone()
    {
        float[] values = Some.Values(300, firstRow: 9_000);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = values[i] < 0.5f ? 0.125f : 0.875f;
        }

        using TrainingMatrix coarse = Some.Matrix(values);
        using Booster continued = Booster.Continue(Some.Model(5), Some.ContinuationParameters);
        continued.Train(coarse, 3, onRound: null, CancellationToken.None);
        var trees = new ModelTrees(continued.Save(ModelFormat.Json));

        int oldThresholds = Enumerable.Range(0, 5).SelectMany(trees.Thresholds).Distinct().Count();
        int newThresholds = Enumerable.Range(5, 3).SelectMany(trees.Thresholds).Distinct().Count();

        Assert.True(oldThresholds > 10, $"The old trees have {oldThresholds} thresholds.");
        Assert.InRange(newThresholds, 1, 4);
    }

    [Fact]
    public void A_prefix_is_exact()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster whole = Some.Trained(Some.Parameters, matrix, 8);
        using Booster five = Some.Trained(Some.Parameters, matrix, 5);
        using Booster slice = whole.Slice(5);

        Assert.Equal(5, slice.Rounds);
        Assert.Equal(five.Save(ModelFormat.Json), slice.Save(ModelFormat.Json));
    }

    [Fact]
    public void What_remains_after_dropping_early_rounds_natively_is_worse_than_a_prefix_of_that_size()
    {
        using TrainingMatrix matrix = Some.Matrix();
        float[] labels = Some.Labels(Some.Values(600));
        byte[] model = Some.Model(10);
        using var native = new NativeBooster(model);
        using Booster tail = Booster.Load(native.SliceBytes(5, 10));
        using Booster whole = Booster.Load(model);
        using Booster prefix = whole.Slice(5);

        Assert.True(LogLoss(tail.Predict(matrix, PredictionKind.Value), labels) > 1.1 * LogLoss(prefix.Predict(matrix, PredictionKind.Value), labels));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_slice_outside_the_rounds_is_refused(int rounds)
    {
        using Booster booster = Booster.Load(Some.Model(3));

        Assert.Throws<ArgumentOutOfRangeException>(nameof(rounds), () => booster.Slice(rounds));
    }

    private static double LogLoss(float[] probabilities, float[] labels) =>
        probabilities.Zip(labels, (probability, label) => -Math.Log(label > 0 ? probability : 1 - probability)).Average();
}
