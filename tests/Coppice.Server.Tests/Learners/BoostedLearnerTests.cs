using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;

namespace Coppice.Server.Tests.Learners;

public sealed class BoostedLearnerTests
{
    private const int Flags = 60;

    [Fact]
    public void Elite_is_better_than_fast_where_many_small_effects_add_up()
    {
        var learnt = Effects(1_500, seed: 1);
        var unseen = Effects(4_000, seed: 2);

        double fast = Auc(Fit(Recipe.Fast, learnt), unseen);
        double elite = Auc(Fit(Recipe.Elite, learnt), unseen);

        Assert.True(elite > fast + 0.01, $"elite has an AUC of {elite:0.0000}, fast {fast:0.0000}");
    }

    [Fact]
    public void Elite_finds_what_two_inputs_do_only_together()
    {
        double elite = Auc(Fit(Recipe.Elite, Together(2_000, seed: 1)), Together(2_000, seed: 2));

        Assert.True(elite > 0.9, $"elite has an AUC of {elite:0.0000}");
    }

    [Fact]
    public void Every_round_of_every_stage_remembers_its_step_so_that_an_update_can_move_its_leaves()
    {
        var data = Effects(1_500, seed: 1);
        var fitted = Fit(Recipe.Elite, data);
        using var booster = Booster.Load(fitted.Model);

        double[] rates = LearningRates.Parse(booster.GetAttribute(LearningRates.Attribute), booster.Rounds);
        var updated = new BoostedLearner(Recipe.Elite)
            .FitIncremental(data, fitted, new IncrementalUpdate(IncrementalMethod.Refresh, 20, [.. Enumerable.Range(1_200, 300)]), Context());

        Assert.Equal(fitted.Trees, booster.Rounds);
        Assert.Equal(Recipe.Elite.Singles!.StepSize, rates[0], 6);
        Assert.Equal(fitted.Trees + 20, updated.Trees);
        Assert.NotEqual(fitted.Core, updated.Core);
        Assert.Equal(updated.Model, new BoostedLearner(Recipe.Elite)
            .FitIncremental(data, fitted, new IncrementalUpdate(IncrementalMethod.Refresh, 20, [.. Enumerable.Range(1_200, 300)]), Context()).Model);
    }

    [Fact]
    public void Amounts_are_learnt_in_stages_too()
    {
        var data = Effects(1_500, seed: 1);
        data = data with { Predicts = PredictionKind.Amount, Labels = [.. data.Labels.Select((y, i) => y == 0 ? 0 : 20f + (i % 50))] };

        var fitted = Fit(Recipe.Elite, data);
        var scorer = ForestScorer.Compile(Forest.Read(fitted.Model));
        float[] margins = new float[data.Rows];
        scorer.Margins(data.Features.Values, margins);

        Assert.InRange(margins.Sum(m => fitted.Calibration.Apply(m)) / data.Labels.Sum(), 0.8, 1.2);
    }

    private static FittedModel Fit(Recipe recipe, TrainingData data) => new BoostedLearner(recipe).FitFull(data, Context());

    private static FitContext Context() => new(7, static (_, _, _) => { }, TestContext.Current.CancellationToken);

    private static double Auc(FittedModel fitted, TrainingData data)
    {
        float[] margins = new float[data.Rows];
        ForestScorer.Compile(Forest.Read(fitted.Model)).Margins(data.Features.Values, margins);
        double pairs = 0;
        double won = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            for (int j = 0; j < data.Rows; j++)
            {
                if (data.Labels[i] <= data.Labels[j])
                    continue;
                pairs++;
                won += margins[i] > margins[j] ? 1 : margins[i] == margins[j] ? 0.5 : 0;
            }
        }

        return won / pairs;
    }

    /// <summary>Rare flags, present or missing, each of which moves the odds a little.</summary>
    private static TrainingData Effects(int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        float[] values = new float[rows * Flags];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            double odds = -0.5;
            for (int flag = 0; flag < Flags; flag++)
            {
                bool has = random.NextDouble() < 0.15;
                values[(row * Flags) + flag] = has ? 1 : float.NaN;
                odds += has ? (flag % 2 == 0 ? 0.7 : -0.6) : 0;
            }

            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
        }

        return Data(values, labels, Flags);
    }

    private static TrainingData Together(int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        float[] values = new float[rows * 4];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 4; i++)
                values[(row * 4) + i] = (float)random.NextDouble();
            labels[row] = values[row * 4] > 0.5f != values[(row * 4) + 1] > 0.5f ? 1 : 0;
        }

        return Data(values, labels, 4);
    }

    private static TrainingData Data(float[] values, float[] labels, int width) => new(
        PredictionKind.Probability,
        new FeatureMatrix([.. Enumerable.Range(0, width).Select(i => $"f{i}")], values, labels.Length),
        labels,
        [.. Enumerable.Repeat(1f, labels.Length)],
        [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)],
        [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)],
        [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)]);
}
