using Coppice.XGBoost.Tests.Support;

namespace Coppice.XGBoost.Tests.Traps;

/// <summary>What XGBoost's own refresh does to a model. The API does not offer it; these tests say why.</summary>
public sealed class RefreshTrapTests
{
    private const int Rounds = 20;

    [Fact]
    public void Refresh_forgets_the_old_rows_completely()
    {
        using TrainingMatrix newRows = Some.Matrix(5_000, firstRow: 3_000);
        newRows.SetLabels(new float[5_000]);

        byte[] refreshed = Refresh(Some.Model(1), newRows, rounds: 1);

        var before = new ModelTrees(Some.Model(1));
        var after = new ModelTrees(refreshed);
        Assert.Contains(before.LeafValues(0), value => value > 0);
        // Every leaf is eta × (−G / (H + lambda)) of the new rows: with p = 0.4 and n rows of label 0 that is −0.3 × 0.4 n / (0.24 n + 1).
        Assert.All(after.LeafValues(0), value => Assert.InRange(value, -0.5f, -0.45f));
    }

    [Fact]
    public void Leaves_without_new_rows_become_zero()
    {
        using TrainingMatrix few = Some.Matrix(15, firstRow: 3_000);
        byte[] model = Some.Model(Rounds);

        int zeroBefore = Zeroes(model);
        int zeroAfter = Zeroes(Refresh(model, few, Rounds));

        Assert.Equal(0, zeroBefore);
        Assert.True(zeroAfter > Rounds, $"{zeroAfter} leaves are zero.");
    }

    [Fact]
    public void Fewer_rounds_than_trees_drop_the_others()
    {
        using TrainingMatrix newRows = Some.Matrix(300, firstRow: 3_000);

        Assert.Equal(4, new ModelTrees(Refresh(Some.Model(Rounds), newRows, rounds: 4)).Count);
    }

    [Fact]
    public void Contributions_throw_after_a_refresh_on_few_rows()
    {
        using TrainingMatrix few = Some.Matrix(3, firstRow: 3_000);
        using TrainingMatrix matrix = Some.Matrix(200);
        using Booster refreshed = Booster.Load(Refresh(Some.Model(Rounds), few, Rounds));

        var refusal = Assert.Throws<XGBoostException>(() => refreshed.Predict(matrix, PredictionKind.Contributions));

        Assert.Equal("XGBoosterPredictFromDMatrix", refusal.NativeFunction);
    }

    [Theory]
    [InlineData("process_type", "update")]
    [InlineData("updater", "refresh")]
    [InlineData("updater", "grow_colmaker,refresh")]
    public void Refresh_is_not_offered(string name, string value)
    {
        using Booster booster = Booster.Create(Some.Parameters);
        var parameters = new Dictionary<string, string> { [name] = value };

        Assert.Throws<ArgumentException>("parameters", () => Booster.Create(parameters));
        Assert.Throws<ArgumentException>("parameters", () => Booster.Continue(Some.Model(1), parameters));
        Assert.Throws<ArgumentException>("parameters", () => booster.SetParameters(parameters));
    }

    private static byte[] Refresh(byte[] model, TrainingMatrix newRows, int rounds)
    {
        using var native = new NativeBooster(model);
        native.Set(("process_type", "update"), ("updater", "refresh"), ("refresh_leaf", "1"), ("eta", "0.3"), ("max_depth", "3"));
        native.Update(newRows, 0..rounds);
        return native.Save();
    }

    private static int Zeroes(byte[] model)
    {
        var trees = new ModelTrees(model);
        return Enumerable.Range(0, trees.Count).SelectMany(trees.LeafValues).Count(value => value == 0);
    }
}
