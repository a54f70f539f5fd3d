using System.Text.Json;
using Coppice.Forests;
using Coppice.Server.Learners;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Learners.LearnerScene;

namespace Coppice.Server.Tests.Learners;

public sealed class ForestShardsTests
{
    [Fact]
    public void The_recorded_mean_of_the_parts_is_met()
    {
        JsonElement vector = Vectors.Read("03_incremental.json", "rf_shards");
        double[][] margins = [.. vector.GetProperty("shard_margins").EnumerateArray().Select(shard => shard.Numbers())];
        double[] expected = vector.Numbers("mean_margin");

        Vectors.Close(expected, ForestShards.Mean(margins), 1e-15);

        // The same parts as trees, put together into the one forest that answers.
        var parts = new ModelParts(new VoteWeights(0, 0, 1)) { Forest = [.. margins.Select(Stump)] };
        var rows = Data([0, 1], [0, 1], 1);
        float[] merged = Margins(MergedModel.Of(parts, disposable: null, rows, prior: 0.5, tweediePower: 1.5).Model, rows);
        Vectors.Close(expected, [.. merged.Select(margin => (double)margin)], 1e-6);
        Vectors.Close(expected, MergedModel.Vote(parts, rows.Features), 1e-6);

        double[] meanOfProbabilities = vector.Numbers("mean_of_probs");
        Assert.All(merged.Zip(meanOfProbabilities), pair => Assert.True(Math.Abs((1 / (1 + Math.Exp(-pair.First))) - pair.Second) > 1e-4));
    }

    [Fact]
    public void The_default_forest_has_the_recorded_parts()
    {
        JsonElement vector = Vectors.Read("03_incremental.json", "rf_shards");
        var forest = new ForestRecipe();

        Assert.Equal(vector.Numbers("trees_per_shard"), Enumerable.Repeat((double)forest.Trees, forest.Shards));
        Assert.Equal(forest.Trees, Forest.Read(Grow(forest, Effects(300, seed: 1))[0]).TreeCount);
    }

    [Fact]
    public void A_leaf_is_one_step_from_the_prior_and_trees_that_agree_say_no_more_than_one()
    {
        // 20 rows with the flag, 16 of them 1, and 20 without, 4 of them 1. From one half, slopes add up to 6 where the flag is and the curvature
        // to 5, with a pull of 1: a step of 6 / (5 + 1), and one back where it is not.
        float[] flags = [.. Enumerable.Range(0, 40).Select(row => row < 20 ? 1f : 0f)];
        float[] labels = [.. Enumerable.Range(0, 40).Select(row => row is < 16 or >= 36 ? 1f : 0f)];
        var forest = new ForestRecipe { Depth = 1, RowShare = 1, RowsPerLeaf = 1, Shrinkage = 1, Trees = 7 };

        byte[] shard = Grow(forest, Data(flags, labels, 1))[0];

        Assert.All(Margins(shard, Data(flags, labels, 1)).Zip(flags), pair => Assert.Equal(pair.Second == 1 ? 1 : -1, pair.First, 1e-5));
    }

    [Fact]
    public void Parts_differ_and_the_same_seed_gives_the_same_ones()
    {
        var data = Both(600, seed: 1);

        byte[][] shards = Grow(new ForestRecipe(), data);

        Assert.Equal(shards, Grow(new ForestRecipe(), data));
        Assert.NotEqual(shards[0], shards[1]);
        Assert.NotEqual(shards[1], shards[2]);
    }

    [Fact]
    public void The_oldest_part_makes_room_for_the_new_one()
    {
        var data = Both(600, seed: 1);
        var grower = Grower(new ForestRecipe(), data);
        byte[][] shards = grower.Grow(data);

        byte[][] renewed = grower.Renew(shards, Both(600, seed: 9));

        Assert.Equal(3, renewed.Length);
        Assert.Equal(shards[1..], renewed[..2]);
        Assert.DoesNotContain(renewed[2], shards);
    }

    private static byte[][] Grow(ForestRecipe forest, TrainingData data) => Grower(forest, data).Grow(data);

    private static ForestShards Grower(ForestRecipe forest, TrainingData data) =>
        new(forest, new TreeParameters(Recipe.Fast, data.Predicts, data.Prior(), data.Features.Width), Context());

    private static byte[] Stump(double[] margins)
    {
        var forest = new ForestBuilder { FeatureCount = 1, Objective = "binary:logistic", BaseScore = 0.5f };
        forest.Add(new StepFunction(0, [0.5f], [.. margins.Select(margin => (float)margin)], [1, 1]));
        return forest.Save();
    }
}
