using Coppice.Server.Learners;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using static Coppice.Server.Tests.Learners.LearnerScene;
using Outputs = Coppice.XGBoost.PredictionKind;

namespace Coppice.Server.Tests.Learners;

/// <summary>What every recipe that learns keeps.</summary>
public sealed class VotingLearnerTests
{
    public static TheoryData<string> Recipes => [Recipe.Fast.Name, Recipe.Elite.Name];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Many_small_effects_are_added_up_better_than_trees_alone_can(string recipe)
    {
        var learnt = Effects(1_500, seed: 1);
        var unseen = Effects(4_000, seed: 2);

        double trees = Auc(Fit(Named(recipe) with { Additive = null }, learnt), unseen);
        double vote = Auc(Fit(Named(recipe), learnt), unseen);

        Assert.True(vote > trees + 0.01, $"{recipe} has an AUC of {vote:0.0000}, its trees alone {trees:0.0000}");
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void What_two_inputs_do_only_together_is_found(string recipe)
    {
        var fitted = Fit(Named(recipe), Together(2_000, seed: 1));
        double vote = Auc(fitted, Together(2_000, seed: 2));

        Assert.True(vote > 0.95, $"{recipe} has an AUC of {vote:0.0000}");
        Assert.Null(ModelParts.Load(fitted.Core).Additive);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void The_library_scores_the_merged_model_as_our_engine_does_bit_for_bit(string recipe)
    {
        foreach (var data in new[] { Both(1_500, seed: 1), Effects(1_500, seed: 1), Amounts(Effects(1_500, seed: 1)), Together(1_500, seed: 1) })
        {
            var fitted = Fit(Named(recipe), data);
            foreach (var model in new[] { fitted, Update(fitted, data, IncrementalMethod.Refresh, 20, 1_200), Update(fitted, data, IncrementalMethod.Grow, 7, 1_200) })
            {
                using var booster = Booster.Load(model.Model);
                using var matrix = BoostedTrees.Matrix(data);

                Assert.Equal(booster.Predict(matrix, Outputs.Margin), Margins(model.Model, data));
                Assert.Equal(model.Trees, booster.Rounds);
            }
        }
    }

    [Fact]
    public void The_merged_margin_is_the_weighted_sum_of_what_the_members_say()
    {
        var data = Both(1_500, seed: 1);
        var additive = ModelParts.Load(Fit(Recipe.Fast with { Boosted = null }, data).Core).Additive!;
        byte[] boosted = ModelParts.Load(Fit(Recipe.Fast with { Additive = null }, data).Core).Boosted!;
        var parts = new ModelParts(new VoteWeights(0.3, 0.7, 0)) { Additive = additive, Boosted = boosted };

        float[] merged = Margins(MergedModel.Of(parts, disposable: null, data, data.Prior(), 1.5).Model, data);

        double[] alone = additive.Margins(data.Features);
        float[] trees = Margins(boosted, data);
        for (int row = 0; row < data.Rows; row++)
            Assert.Equal((0.3 * alone[row]) + (0.7 * trees[row]), merged[row], 4e-5);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void The_same_rows_and_seed_give_the_same_bytes(string recipe)
    {
        var data = Effects(1_500, seed: 1);
        var first = Fit(Named(recipe), data);
        var second = Fit(Named(recipe), data);

        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Core, second.Core);
        Assert.Equal(Update(first, data, IncrementalMethod.Refresh, 20, 1_200).Model, Update(second, data, IncrementalMethod.Refresh, 20, 1_200).Model);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void An_update_follows_a_world_that_has_turned_around(string recipe)
    {
        var before = Effects(1_500, seed: 1);
        var after = Effects(3_000, seed: 2);
        var turned = after with { Labels = [.. after.Labels.Select(y => 1 - y)] };
        var unseen = Effects(2_000, seed: 3);
        var parent = Fit(Named(recipe), before);

        var updated = Update(parent, turned, IncrementalMethod.Refresh, 20, 0);

        Assert.InRange(Auc(parent, unseen), 0.6, 1);
        Assert.InRange(Auc(updated, unseen with { Labels = [.. unseen.Labels.Select(y => 1 - y)] }), 0.6, 1);
    }

    [Fact]
    public void An_update_of_few_rows_keeps_the_calibration_that_rows_unseen_have_made()
    {
        var data = Effects(1_500, seed: 1);
        var fitted = Fit(Recipe.Fast, data.Take([.. Enumerable.Range(0, 1_200)]));

        Assert.Same(fitted.Calibration, Update(fitted, data, IncrementalMethod.Refresh, 20, 1_480).Calibration);
        Assert.NotEqual(fitted.Calibration, Update(fitted, data, IncrementalMethod.Refresh, 20, 1_200).Calibration);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void The_total_of_amounts_is_right(string recipe)
    {
        var data = Amounts(Effects(1_500, seed: 1));
        var fitted = Fit(Named(recipe), data);

        Assert.InRange(Margins(fitted.Model, data).Sum(m => fitted.Calibration.Apply(m)) / data.Labels.Sum(), 0.8, 1.2);
    }

    [Fact]
    public void A_refresh_throws_away_the_trees_of_the_one_before_and_growing_keeps_them()
    {
        var data = Effects(1_500, seed: 1);
        var fitted = Fit(Recipe.Fast, data);

        var refreshed = Update(Update(fitted, data, IncrementalMethod.Refresh, 20, 1_200), data, IncrementalMethod.Refresh, 20, 1_300);
        var grown = Update(Update(fitted, data, IncrementalMethod.Grow, 50, 1_200), data, IncrementalMethod.Grow, 50, 1_300);

        Assert.Equal(fitted.Trees + 20, refreshed.Trees);
        Assert.Equal(fitted.Trees + 100, grown.Trees);
        Assert.NotEqual(fitted.Core, refreshed.Core);
    }

    [Fact]
    public void Trees_of_a_version_older_than_members_can_still_be_updated()
    {
        var data = Effects(1_500, seed: 1);
        var alone = Fit(Recipe.Fast with { Additive = null }, data);
        var old = alone with { Core = ModelParts.Load(alone.Core).Boosted! };

        Assert.Equal(
            Update(alone, data, IncrementalMethod.Refresh, 20, 1_200).Model,
            Update(old, data, IncrementalMethod.Refresh, 20, 1_200).Model);
    }

    [Fact]
    public void The_baseline_says_the_same_to_everybody()
    {
        var data = Effects(500, seed: 1);
        float[] margins = Margins(Fit(Recipe.Baseline, data).Model, data);

        Assert.All(margins, margin => Assert.Equal(data.Prior(), 1 / (1 + Math.Exp(-margin)), 1e-6));
    }

    private static Recipe Named(string name) => Recipe.BuiltIn.Single(r => r.Name == name);
}
