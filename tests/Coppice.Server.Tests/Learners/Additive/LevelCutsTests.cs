using Coppice.Server.Learners.Additive;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Learners.Additive;

public sealed class LevelCutsTests
{
    [Fact]
    public void A_flag_has_missing_and_present()
    {
        var cut = Only([.. Enumerable.Range(0, 40).Select(i => i < 10 ? 1 : float.NaN)]);

        Assert.True(cut.HasMissing);
        Assert.Empty(cut.Thresholds);
        Assert.Equal((2, 0), (cut.Count, cut.Usual));
        Assert.Equal([0, 1], [cut.LevelOf(float.NaN), cut.LevelOf(1)]);
    }

    [Fact]
    public void A_number_is_cut_into_levels_of_equal_size_halfway_between_its_values()
    {
        var cut = Only([.. Enumerable.Range(0, 80).Select(i => (float)i)]);

        Assert.Equal([9.5f, 19.5f, 29.5f, 39.5f, 49.5f, 59.5f, 69.5f], cut.Thresholds);
        Assert.Equal([0, 0, 1, 7], [cut.LevelOf(-5), cut.LevelOf(9), cut.LevelOf(10), cut.LevelOf(1_000)]);
    }

    [Fact]
    public void A_level_of_few_rows_joins_its_neighbour_and_a_value_never_lies_on_two_sides()
    {
        var cut = Only([.. Enumerable.Repeat(0f, 70), .. Enumerable.Repeat(1f, 6), .. Enumerable.Repeat(2f, 4)]);

        Assert.Equal([0.5f], cut.Thresholds);
    }

    [Fact]
    public void Few_missing_values_count_as_usual_ones()
    {
        var cut = Only([float.NaN, float.NaN, .. Enumerable.Repeat(0f, 60), .. Enumerable.Repeat(1f, 20)]);

        Assert.False(cut.HasMissing);
        Assert.Equal(cut.LevelOf(0), cut.LevelOf(float.NaN));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(200)]
    public void A_feature_that_is_the_same_for_almost_everybody_is_left_out(int present) =>
        Assert.Empty(LevelCuts.Of(LearnerScene.Data([.. Enumerable.Range(0, 200).Select(i => i < present ? 1 : float.NaN)], new float[200], 1).Features, new AdditiveRecipe()));

    private static LevelCut Only(float[] values) =>
        Assert.Single(LevelCuts.Of(LearnerScene.Data(values, new float[values.Length], 1).Features, new AdditiveRecipe()));
}
