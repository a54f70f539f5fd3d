using System.Diagnostics;
using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Tests.Statistics;
using Coppice.XGBoost;

namespace Coppice.Server.Tests.Learners;

public sealed class DecayedLeafRefreshTests
{
    private const string Logistic = "binary:logistic";

    public static readonly TheoryData<string> Objectives = new(Logistic, "reg:squarederror", "reg:tweedie");

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Refreshing_with_the_training_rows_alone_changes_almost_nothing(string objective)
    {
        // Forgetting everything and learning the same rows again must find the leaves of training, if objective, routing, lambda and rates are XGBoost's.
        byte[] model = RefreshScene.Train(objective, 15, ("base_score", "0.3"));
        RefreshRows rows = RefreshScene.Rows(objective, 2_000, seed: 1);

        byte[] refreshed = DecayedLeafRefresh.Refresh(model, rows, retention: 0, leafPenalty: 1);

        AssertSameMargins(model, refreshed, rows);
    }

    [Fact]
    public void Trees_of_one_round_answer_to_the_same_margins()
    {
        byte[] model = RefreshScene.Train(Logistic, 3, ("num_parallel_tree", "4"), ("base_score", "0.4"));
        RefreshRows rows = RefreshScene.Rows(Logistic, 2_000, seed: 1);

        byte[] refreshed = DecayedLeafRefresh.Refresh(model, rows, retention: 0, leafPenalty: 1);

        AssertSameMargins(model, refreshed, rows);
    }

    [Fact]
    public void A_weight_of_three_counts_as_three_rows()
    {
        byte[] model = RefreshScene.Train(Logistic, 5);
        RefreshRows rows = RefreshScene.Rows(Logistic, 200, seed: 3);
        RefreshRows weighted = rows with { Weights = [.. Enumerable.Repeat(3f, 200)] };
        float[] values = [.. rows.Values, .. rows.Values, .. rows.Values];
        float[] labels = [.. rows.Labels, .. rows.Labels, .. rows.Labels];
        var repeated = new RefreshRows(values, 600, RefreshScene.Columns, labels);

        byte[] fromWeights = DecayedLeafRefresh.Refresh(model, weighted, 0.7, 1);
        byte[] fromRepeats = DecayedLeafRefresh.Refresh(model, repeated, 0.7, 1);

        AssertSameMargins(fromRepeats, fromWeights, rows);
    }

    [Fact]
    public void Leaves_without_new_rows_keep_their_value_and_cover()
    {
        byte[] model = RefreshScene.Train(Logistic, 20);

        byte[] refreshed = DecayedLeafRefresh.Refresh(model, RefreshScene.Rows(Logistic, 3, seed: 9), retention: 0, leafPenalty: 1);

        int kept = 0;
        foreach ((JsonElement before, JsonElement after) in RefreshScene.Trees(model).Zip(RefreshScene.Trees(refreshed)))
        {
            double[] left = before.Numbers("left_children");
            IEnumerable<int> leaves = Enumerable.Range(0, left.Length).Where(node => left[node] < 0);
            kept += leaves.Count(leaf => (float)before.Numbers("split_conditions")[leaf] == (float)after.Numbers("split_conditions")[leaf]
                && (float)before.Numbers("sum_hessian")[leaf] == (float)after.Numbers("sum_hessian")[leaf]);
            Assert.DoesNotContain(leaves, leaf => after.Numbers("split_conditions")[leaf] == 0);
        }

        Assert.True(kept > 100, $"{kept} leaves kept their value.");
    }

    [Fact]
    public void Contributions_still_add_up_after_a_refresh_on_few_rows()
    {
        byte[] model = RefreshScene.Train(Logistic, 30);
        RefreshRows rows = RefreshScene.Rows(Logistic, 200, seed: 4);

        byte[] refreshed = DecayedLeafRefresh.Refresh(model, RefreshScene.Rows(Logistic, 3, seed: 9), retention: 0, leafPenalty: 1);

        float[] margins = RefreshScene.Predict(refreshed, rows, PredictionKind.Margin);
        float[] sums = [.. RefreshScene.Predict(refreshed, rows, PredictionKind.Contributions).Chunk(RefreshScene.Columns + 1).Select(row => row.Sum())];
        Vectors.Close(Doubles(margins), Doubles(sums), 1e-5);
    }

    [Fact]
    public void Every_inner_cover_is_the_sum_of_its_children()
    {
        byte[] refreshed = DecayedLeafRefresh.Refresh(RefreshScene.Train(Logistic, 20), RefreshScene.Rows(Logistic, 300, seed: 5), 0.8, 1);

        foreach (JsonElement tree in RefreshScene.Trees(refreshed))
        {
            double[] left = tree.Numbers("left_children");
            double[] right = tree.Numbers("right_children");
            double[] covers = tree.Numbers("sum_hessian");
            foreach (int node in Enumerable.Range(0, left.Length).Where(node => left[node] >= 0))
            {
                Vectors.Close(covers[(int)left[node]] + covers[(int)right[node]], covers[node], 1e-6);
            }
        }
    }

    [Fact]
    public void Everything_but_leaves_and_covers_stays_to_the_byte()
    {
        byte[] model;
        using (Booster booster = Booster.Load(RefreshScene.Train(Logistic, 2)))
        {
            booster.SetAttribute("note", "<péage> \"7\" 🌳");
            model = booster.Save(ModelFormat.Json);
        }

        byte[] refreshed = DecayedLeafRefresh.Refresh(model, new RefreshRows([], 0, RefreshScene.Columns, []), retention: 1, leafPenalty: 1);

        using Booster unchanged = Booster.Load(refreshed);
        Assert.Equal("<péage> \"7\" 🌳", unchanged.GetAttribute("note"));
        Assert.Equal(
            RefreshScene.Trees(model).SelectMany(tree => tree.Numbers("split_conditions")),
            RefreshScene.Trees(unchanged.Save(ModelFormat.Json)).SelectMany(tree => tree.Numbers("split_conditions")));
    }

    [Fact]
    public void A_model_in_Ubjson_comes_back_in_Ubjson_with_the_same_margins()
    {
        byte[] model = RefreshScene.Train(Logistic, 10);
        RefreshRows rows = RefreshScene.Rows(Logistic, 300, seed: 6);
        byte[] ubjson;
        using (Booster booster = Booster.Load(model))
        {
            ubjson = booster.Save(ModelFormat.Ubjson);
        }

        byte[] refreshed = DecayedLeafRefresh.Refresh(ubjson, rows, 0.5, 1);

        Assert.NotEqual((byte)'"', refreshed[1]);
        Assert.Equal(
            RefreshScene.Predict(DecayedLeafRefresh.Refresh(model, rows, 0.5, 1), rows, PredictionKind.Margin),
            RefreshScene.Predict(refreshed, rows, PredictionKind.Margin));
    }

    [Fact]
    public void The_delta_of_a_core_is_refreshed_at_its_own_rate()
    {
        RefreshRows rows = RefreshScene.Rows(Logistic, 2_000, seed: 1);
        byte[] model;
        using (TrainingMatrix matrix = RefreshScene.Matrix(rows))
        using (Booster booster = Booster.Continue(RefreshScene.Train(Logistic, 5), new Dictionary<string, string>
        {
            ["eta"] = "0.05",
            ["max_depth"] = "4",
            ["tree_method"] = "hist",
        }))
        {
            booster.Train(matrix, 5, onRound: null, CancellationToken.None);
            booster.SetAttribute(LearningRates.Attribute, LearningRates.Append(booster.GetAttribute(LearningRates.Attribute), 5, 0.05));
            model = booster.Save(ModelFormat.Json);
        }

        byte[] refreshed = DecayedLeafRefresh.Refresh(model, rows, retention: 0, leafPenalty: 1);

        AssertSameMargins(model, refreshed, rows);
    }

    [Fact]
    public void A_model_without_its_learning_rates_is_refused()
    {
        byte[] model = RefreshScene.Replace(RefreshScene.Train(Logistic, 2), "coppice.learning_rates", "other");

        var refusal = Assert.Throws<InvalidDataException>(() => DecayedLeafRefresh.Refresh(model, RefreshScene.Rows(Logistic, 5, 1), 0.5, 1));

        Assert.Contains("coppice.learning_rates", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"left_children\":[1,", "\"left_children\":[0,")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[999,")]
    [InlineData("\"right_children\":[", "\"right_children\":[1,")]
    [InlineData("\"split_type\":[0", "\"split_type\":[1")]
    [InlineData("binary:logistic", "rank:pairwise")]
    [InlineData("\"gbtree\"", "\"dart\"")]
    [InlineData("\"trees\":[", "\"trees\":[NaN")]
    [InlineData("sum_hessian", "sum")]
    [InlineData("\"scale_pos_weight\":\"1\"", "\"scale_pos_weight\":\"2\"")]
    public void A_model_that_cannot_be_refreshed_is_refused_with_a_reason(string text, string replacement)
    {
        byte[] model = RefreshScene.Replace(RefreshScene.Train(Logistic, 2), text, replacement);

        Assert.Throws<InvalidDataException>(() => DecayedLeafRefresh.Refresh(model, RefreshScene.Rows(Logistic, 5, 1), 0.5, 1));
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        byte[] model = RefreshScene.Train(Logistic, 2);
        RefreshRows rows = RefreshScene.Rows(Logistic, 5, 1);

        Assert.Throws<ArgumentException>("rows", () => DecayedLeafRefresh.Refresh(model, rows with { Columns = 1 }, 0.5, 1));
        Assert.Throws<ArgumentException>("rows", () => DecayedLeafRefresh.Refresh(model, rows with { Labels = new float[4] }, 0.5, 1));
        Assert.Throws<ArgumentException>("rows", () => DecayedLeafRefresh.Refresh(model, rows with { Weights = new float[6] }, 0.5, 1));
        Assert.Throws<ArgumentException>("rows", () => DecayedLeafRefresh.Refresh(model, new RefreshRows([1, 2, 3], 1, 3, [1]), 0.5, 1));
        Assert.Throws<ArgumentException>("rows", () => DecayedLeafRefresh.Refresh(model, rows with { Labels = [0, 1, float.NaN, 0, 1] }, 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => DecayedLeafRefresh.Refresh(model, rows, 1.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("leafPenalty", () => DecayedLeafRefresh.Refresh(model, rows, 0.5, -1));
    }

    [Fact]
    public void A_large_refresh_takes_seconds_at_most()
    {
        byte[] model = RefreshScene.Train(Logistic, 150, ("max_depth", "5"));
        RefreshRows rows = RefreshScene.Rows(Logistic, 50_000, seed: 8);
        long start = Stopwatch.GetTimestamp();

        DecayedLeafRefresh.Refresh(model, rows, 0.8, 1);

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        TestContext.Current.SendDiagnosticMessage("150 trees × 50,000 rows: {0:F2} s", elapsed.TotalSeconds);
        Assert.True(elapsed < TimeSpan.FromSeconds(10), $"It took {elapsed}.");
    }

    private static void AssertSameMargins(byte[] expected, byte[] found, RefreshRows rows) => Vectors.Close(
        Doubles(RefreshScene.Predict(expected, rows, PredictionKind.Margin)), Doubles(RefreshScene.Predict(found, rows, PredictionKind.Margin)), 2e-5);

    private static double[] Doubles(float[] values) => [.. values.Select(value => (double)value)];
}
