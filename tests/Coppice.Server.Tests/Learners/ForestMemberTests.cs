using System.Text.Json;
using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Learners;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using static Coppice.Server.Tests.Learners.LearnerScene;
using Outputs = Coppice.XGBoost.PredictionKind;

namespace Coppice.Server.Tests.Learners;

public sealed class ForestMemberTests
{
    private static readonly Recipe Alone = new() { Name = "forest", Forest = new ForestRecipe() };


    [Fact]
    public void A_forest_alone_finds_what_two_inputs_do_only_together()
    {
        double auc = Auc(Fit(Alone, Together(2_000, seed: 1)), Together(2_000, seed: 2));

        Assert.True(auc > 0.95, $"its AUC is {auc:0.0000}");
    }

    [Fact]
    public void A_forest_that_knows_nothing_the_others_do_not_know_gets_no_vote()
    {
        var parts = ModelParts.Load(Fit(Recipe.Elite with { Forest = new ForestRecipe() }, Effects(3_000, seed: 1)).Core);

        Assert.Empty(parts.Forest);
        Assert.Equal(0, parts.Weights.Forest);
    }

    [Fact]
    public void The_library_scores_a_forest_among_the_members_as_our_engine_does_bit_for_bit()
    {
        foreach (var data in new[] { Both(1_500, seed: 1), Amounts(Both(1_500, seed: 1)) })
        {
            foreach (var fitted in new[] { Fit(Alone, data), All(data) })
            {
                Assert.NotEmpty(ModelParts.Load(fitted.Core).Forest);
                foreach (var model in new[] { fitted, Update(fitted, data, IncrementalMethod.Refresh, 20, 1_200), Update(fitted, data, IncrementalMethod.Grow, 7, 1_200) })
                {
                    using var booster = Booster.Load(model.Model);
                    using var matrix = BoostedTrees.Matrix(data);

                    Assert.Equal(booster.Predict(matrix, Outputs.Margin), Margins(model.Model, data));
                }
            }
        }
    }

    [Fact]
    public void The_merged_margin_is_the_weighted_sum_of_what_the_members_say()
    {
        var data = Both(1_500, seed: 1);
        var fitted = All(data);
        var parts = ModelParts.Load(fitted.Core);

        float[] merged = Margins(fitted.Model, data);

        double[] additive = parts.Additive!.Margins(data.Features);
        float[] boosted = Margins(parts.Boosted!, data);
        float[][] shards = [.. parts.Forest.Select(shard => Margins(shard, data))];
        for (int row = 0; row < data.Rows; row++)
        {
            double forest = shards.Average(shard => shard[row]);
            Assert.Equal((0.4 * additive[row]) + (0.35 * boosted[row]) + (0.25 * forest), merged[row], 4e-5);
        }
    }

    [Fact]
    public void Reasons_are_those_of_the_library_before_and_after_an_update()
    {
        var data = Both(1_500, seed: 1);
        var fitted = All(data);
        var asked = data.Take([.. Enumerable.Range(0, 40)]);

        foreach (byte[] model in new[] { fitted.Model, Update(fitted, data, IncrementalMethod.Refresh, 20, 1_200).Model })
        {
            var contributions = new ForestContributions(Forest.Read(model));
            float[] ours = new float[asked.Rows * contributions.Length];
            contributions.Explain(asked.Features.Values, ours);

            using var booster = Booster.Load(model);
            using var matrix = BoostedTrees.Matrix(asked);
            Assert.All(booster.Predict(matrix, Outputs.Contributions).Zip(ours), pair => Assert.Equal(pair.First, pair.Second, 2e-4));
            float[] margins = Margins(model, asked);
            for (int row = 0; row < asked.Rows; row++)
                Assert.Equal(margins[row], ours.AsSpan(row * contributions.Length, contributions.Length).ToArray().Sum(), 2e-4);
        }
    }

    [Fact]
    public void An_update_replaces_the_oldest_part_moves_the_others_and_never_lets_the_forest_grow()
    {
        var data = Both(1_500, seed: 1);
        var fitted = All(data);
        var parent = ModelParts.Load(fitted.Core);

        var updated = Update(fitted, data, IncrementalMethod.Refresh, 20, 1_200);
        var parts = ModelParts.Load(updated.Core);

        // 300 new rows on top of 1,500: those of the others that stay count 2^(-300 / 2,000) as much as before.
        var news = data.Take([.. Enumerable.Range(1_200, 300)]);
        var rows = new RefreshRows(news.Features.Values, news.Rows, news.Features.Width, news.Labels) { Weights = news.Weights };
        byte[][] moved = [.. parent.Forest.Skip(1).Select(shard => DecayedLeafRefresh.Refresh(shard, rows, Math.Pow(2, -300 / 2_000.0), new ForestRecipe().Shrinkage))];
        Assert.Equal(moved, parts.Forest.Take(2));
        Assert.Equal(3, parts.Forest.Count);
        Assert.DoesNotContain(parts.Forest[2], parent.Forest);
        Assert.Equal(parent.Weights, parts.Weights);
        Assert.Equal(fitted.Trees + 20, updated.Trees);
        Assert.Equal(updated.Trees, Update(updated, data, IncrementalMethod.Refresh, 20, 1_300).Trees);
    }

    [Fact]
    public void A_forest_alone_follows_a_world_that_has_turned_around_part_by_part()
    {
        var turned = Effects(3_000, seed: 2);
        turned = turned with { Labels = [.. turned.Labels.Select(y => 1 - y)] };
        var unseen = Effects(2_000, seed: 3);
        unseen = unseen with { Labels = [.. unseen.Labels.Select(y => 1 - y)] };

        var before = Fit(Alone, Effects(1_500, seed: 1));
        var once = Update(before, turned, IncrementalMethod.Refresh, 20, 1_000);
        var thrice = Update(Update(once, turned, IncrementalMethod.Refresh, 20, 1_000), turned, IncrementalMethod.Refresh, 20, 1_000);

        double[] areas = [Auc(before, unseen), Auc(once, unseen), Auc(thrice, unseen)];
        Assert.InRange(areas[0], 0, 0.4);
        Assert.InRange(areas[1], areas[0] + 0.05, 1);
        Assert.InRange(areas[2], 0.62, 1);
    }

    [Fact]
    public void Members_kept_before_there_were_forests_can_still_be_read()
    {
        byte[] boosted = ModelParts.Load(Fit(Recipe.Fast with { Additive = null }, Effects(600, seed: 1)).Core).Boosted!;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("coppice parts 1\n"u8);
        foreach (byte[] part in (byte[][])[JsonSerializer.SerializeToUtf8Bytes(new VoteWeights(0, 1, 0), CoppiceJson.Options), [], boosted, []])
        {
            writer.Write(part.Length);
            writer.Write(part);
        }

        var parts = ModelParts.Load(stream.ToArray());

        Assert.Equal(new VoteWeights(0, 1, 0), parts.Weights);
        Assert.Equal(boosted, parts.Boosted);
        Assert.Empty(parts.Forest);
        Assert.Null(parts.Grown);
    }

    /// <summary>All three members, whatever the rows would have given them.</summary>
    private static FittedModel All(TrainingData data)
    {
        var recipe = Recipe.Elite with { Name = "all", Forest = new ForestRecipe() };
        var parts = new ModelParts(new VoteWeights(0.4, 0.35, 0.25))
        {
            Additive = ModelParts.Load(Fit(recipe with { Boosted = null, Forest = null }, data).Core).Additive,
            Boosted = ModelParts.Load(Fit(recipe with { Additive = null, Forest = null }, data).Core).Boosted,
            Forest = ModelParts.Load(Fit(recipe with { Additive = null, Boosted = null }, data).Core).Forest,
        };
        var (model, trees) = MergedModel.Of(parts, disposable: null, data, data.Prior(), recipe.TweediePower);
        return Fit(recipe, data) with { Model = model, Core = parts.Save(), Trees = trees };
    }
}
