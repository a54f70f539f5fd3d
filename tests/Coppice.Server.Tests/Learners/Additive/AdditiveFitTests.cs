using Coppice.Server.Learners;
using Coppice.Server.Learners.Additive;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Learners.Additive;

public sealed class AdditiveFitTests
{
    [Fact]
    public void On_flags_it_is_the_logistic_regression_with_a_ridge_penalty()
    {
        const int Width = 5;
        const double Strength = 3;
        var data = Flags(400, Width, seed: 5);
        var model = Fit(data, Strength);

        // Plain gradient descent on the textbook loss, long enough to stand still.
        double[] weights = new double[Width + 1];
        for (int step = 0; step < 40_000; step++)
        {
            double[] slopes = new double[Width + 1];
            for (int row = 0; row < data.Rows; row++)
            {
                double margin = weights[Width];
                for (int flag = 0; flag < Width; flag++)
                    margin += float.IsNaN(data.Features.Row(row)[flag]) ? 0 : weights[flag];
                double slope = data.Weights[row] * ((1 / (1 + Math.Exp(-margin))) - data.Labels[row]);
                slopes[Width] += slope;
                for (int flag = 0; flag < Width; flag++)
                    slopes[flag] += float.IsNaN(data.Features.Row(row)[flag]) ? 0 : slope;
            }

            for (int i = 0; i <= Width; i++)
                weights[i] -= 0.01 * (slopes[i] + (i < Width ? Strength * weights[i] : 0));
        }

        Assert.Equal(Width, model.Cuts.Length);
        for (int flag = 0; flag < Width; flag++)
            Assert.Equal(weights[flag], model.Values[flag][1] - model.Values[flag][0], 1e-4);
    }

    [Fact]
    public void Each_level_of_one_number_has_its_own_odds_where_nothing_pulls()
    {
        var random = new SplitMix64(3);
        float[] values = [.. Enumerable.Range(0, 800).Select(i => (float)(i % 4))];
        float[] labels = [.. values.Select(v => random.NextDouble() < 0.2 + (0.15 * v) ? 1f : 0)];
        var data = LearnerScene.Data(values, labels, 1);

        var model = Fit(data, strength: 1e-9);
        double[] margins = model.Margins(data.Features);

        Assert.Equal([0.5f, 1.5f, 2.5f], model.Cuts[0].Thresholds);
        for (int level = 0; level < 4; level++)
        {
            double share = Enumerable.Range(0, 800).Where(i => values[i] == level).Average(i => labels[i]);
            Assert.Equal(Math.Log(share / (1 - share)), margins[level], 1e-3);
        }
    }

    [Fact]
    public void A_strong_pull_leaves_the_prior()
    {
        var data = Flags(400, 5, seed: 5);
        var model = Fit(data, strength: 1e9);

        Assert.All(model.Margins(data.Features), margin => Assert.Equal(data.Prior(), 1 / (1 + Math.Exp(-margin)), 1e-4));
    }

    [Fact]
    public void An_effect_that_only_rises_is_learnt_as_one_that_only_rises()
    {
        var random = new SplitMix64(8);
        float[] values = [.. Enumerable.Range(0, 4_000).Select(_ => (float)random.NextDouble())];
        float[] labels = [.. values.Select(v => random.NextDouble() < v ? 1f : 0)];

        var model = Fit(LearnerScene.Data(values, labels, 1), strength: 1);

        Assert.Equal(model.Values[0].Order(), model.Values[0]);
        Assert.True(model.Values[0][^1] - model.Values[0][0] > 2);
    }

    [Fact]
    public void Twins_share_what_one_of_them_would_say_and_the_fit_still_ends()
    {
        var one = Flags(600, 1, seed: 9);
        float[] twice = [.. one.Features.Values.SelectMany(v => new[] { v, v })];
        var single = Fit(one, strength: 1);
        var twins = Fit(LearnerScene.Data(twice, one.Labels, 2) with { Weights = one.Weights }, strength: 2);

        double[] expected = single.Margins(one.Features);
        double[] found = twins.Margins(LearnerScene.Data(twice, one.Labels, 2).Features);
        Assert.Equal(twins.Values[0][1], twins.Values[1][1], 1e-6);
        for (int row = 0; row < one.Rows; row++)
            Assert.Equal(expected[row], found[row], 1e-3);
    }

    [Fact]
    public void Amounts_reach_the_mean_of_each_level()
    {
        var random = new SplitMix64(4);
        float[] values = [.. Enumerable.Range(0, 600).Select(i => i % 3 == 0 ? float.NaN : 1)];
        float[] labels = [.. values.Select(v => random.NextDouble() < 0.5 ? 0 : (float)(random.NextDouble() * (float.IsNaN(v) ? 10 : 40)))];
        var data = LearnerScene.Data(values, labels, 1) with { Predicts = PredictionKind.Amount };

        double[] margins = Fit(data, strength: 1e-9).Margins(data.Features);

        foreach (bool missing in new[] { true, false })
        {
            int[] rows = [.. Enumerable.Range(0, 600).Where(i => float.IsNaN(values[i]) == missing)];
            Assert.Equal(rows.Average(i => labels[i]), Math.Exp(margins[rows[0]]), 1e-2);
        }
    }

    [Fact]
    public void The_strength_chosen_is_great_where_nothing_can_be_known_and_small_where_much_can()
    {
        var random = new SplitMix64(6);
        var effects = LearnerScene.Effects(3_000, seed: 1);
        var noise = effects with { Labels = [.. effects.Labels.Select(_ => random.NextDouble() < 0.5 ? 1f : 0)] };

        Assert.True(Strength(noise) >= 16 * Strength(effects), $"{Strength(noise)} for noise, {Strength(effects)} for effects");
    }

    private static double Strength(TrainingData data) =>
        AdditiveStrength.Choose(data, LevelCuts.Of(data.Features, new AdditiveRecipe()), Loss(data), 5, TestContext.Current.CancellationToken);

    private static AdditiveModel Fit(TrainingData data, double strength)
    {
        var table = new LevelTable(data.Features, LevelCuts.Of(data.Features, new AdditiveRecipe()));
        var fit = new AdditiveFit(table, data.Labels, Loss(data), tolerance: 1e-12);
        double[] levels = new double[table.Size];
        fit.Fit(levels, data.Weights, strength, prior: null, TestContext.Current.CancellationToken);
        return AdditiveModel.Of(strength, table, levels, fit.Curvatures);
    }

    private static MarginLoss Loss(TrainingData data) => MarginLoss.For(data.Predicts, 1.5);

    private static TrainingData Flags(int rows, int width, ulong seed)
    {
        var random = new SplitMix64(seed);
        float[] values = [.. Enumerable.Range(0, rows * width).Select(_ => random.NextDouble() < 0.3 ? 1 : float.NaN)];
        float[] labels = [.. Enumerable.Range(0, rows).Select(row =>
            random.NextDouble() < 1 / (1 + Math.Exp(-Enumerable.Range(0, width).Sum(f => float.IsNaN(values[(row * width) + f]) ? 0 : f - 1.0))) ? 1f : 0)];
        return LearnerScene.Data(values, labels, width) with { Weights = [.. Enumerable.Range(0, rows).Select(i => 0.5f + (i % 3))] };
    }
}
