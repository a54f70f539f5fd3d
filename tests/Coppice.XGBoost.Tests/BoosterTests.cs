using Coppice.XGBoost.Tests.Support;

namespace Coppice.XGBoost.Tests;

public sealed class BoosterTests
{
    [Fact]
    public void Training_adds_the_rounds_and_reports_each()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Booster.Create(Some.Parameters);
        var reported = new List<int>();

        booster.Train(matrix, 4, reported.Add, CancellationToken.None);
        booster.Update(matrix);

        Assert.Equal([1, 2, 3, 4], reported);
        Assert.Equal(5, booster.Rounds);
        Assert.Equal(Some.Columns, booster.FeatureCount);
    }

    [Fact]
    public void A_new_booster_has_no_rounds_and_no_features()
    {
        using Booster booster = Booster.Create(Some.Parameters);

        Assert.Equal((0, 0), (booster.Rounds, booster.FeatureCount));
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes() => Assert.Equal(Some.Model(10), Some.Model(10));

    [Theory]
    [InlineData(ModelFormat.Json)]
    [InlineData(ModelFormat.Ubjson)]
    public void A_saved_model_loads_with_the_same_predictions_and_saves_to_the_same_bytes(ModelFormat format)
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Some.Trained(Some.Parameters, matrix, 6);
        booster.SetAttribute("note", "péage \"7\"");
        byte[] saved = booster.Save(format);

        using Booster loaded = Booster.Load(saved);

        Assert.Equal(booster.Predict(matrix, PredictionKind.Margin), loaded.Predict(matrix, PredictionKind.Margin));
        Assert.Equal("péage \"7\"", loaded.GetAttribute("note"));
        Assert.Equal(saved, loaded.Save(format));
    }

    [Fact]
    public void A_value_is_the_link_of_its_margin()
    {
        using TrainingMatrix matrix = Some.Matrix(50);
        using Booster booster = Some.Trained(Some.Parameters, matrix, 3);

        float[] margins = booster.Predict(matrix, PredictionKind.Margin);
        float[] values = booster.Predict(matrix, PredictionKind.Value);

        Assert.All(margins.Zip(values), pair => Assert.Equal(1 / (1 + Math.Exp(-pair.First)), pair.Second, 1e-6));
    }

    [Fact]
    public void Contributions_add_up_to_the_margin()
    {
        using TrainingMatrix matrix = Some.Matrix(50);
        using Booster booster = Some.Trained(Some.Parameters, matrix, 10);

        float[] margins = booster.Predict(matrix, PredictionKind.Margin);
        float[] contributions = booster.Predict(matrix, PredictionKind.Contributions);

        Assert.Equal(50 * (Some.Columns + 1), contributions.Length);
        Assert.All(contributions.Chunk(Some.Columns + 1).Zip(margins), row => Assert.Equal(row.Second, row.First.Sum(), 1e-5f));
    }

    [Fact]
    public void Leaves_name_one_node_per_tree()
    {
        using TrainingMatrix matrix = Some.Matrix(50);
        using Booster booster = Some.Trained(Some.Parameters, matrix, 3);

        float[] leaves = booster.Predict(matrix, PredictionKind.Leaves);

        Assert.Equal(150, leaves.Length);
        Assert.All(leaves, leaf => Assert.InRange(leaf, 0, 14));
    }

    [Fact]
    public void Ranges_of_rounds_add_up_to_the_whole_model()
    {
        using TrainingMatrix matrix = Some.Matrix(50);
        using Booster booster = Some.Trained(Some.Parameters, matrix, 6);
        float intercept = MathF.Log(0.4f / 0.6f);

        float[] all = booster.Predict(matrix, PredictionKind.Margin, ..);
        float[] first = booster.Predict(matrix, PredictionKind.Margin, ..4);
        float[] last = booster.Predict(matrix, PredictionKind.Margin, ^2..);

        Assert.Equal(booster.Predict(matrix, PredictionKind.Margin), all);
        Assert.All(Enumerable.Range(0, 50), row => Assert.Equal(all[row], first[row] + last[row] - intercept, 1e-5f));
    }

    [Fact]
    public void A_range_outside_the_rounds_or_empty_is_refused()
    {
        using TrainingMatrix matrix = Some.Matrix(5);
        using Booster booster = Some.Trained(Some.Parameters, matrix, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => booster.Predict(matrix, PredictionKind.Margin, 0..0));
        Assert.Throws<ArgumentOutOfRangeException>(() => booster.Predict(matrix, PredictionKind.Margin, 1..3));
    }

    [Fact]
    public void Attributes_are_listed_changed_and_removed()
    {
        using Booster booster = Booster.Create(Some.Parameters);
        booster.SetAttribute("b", "2");
        booster.SetAttribute("a", "");
        booster.SetAttribute("b", "3");

        Assert.Equal(["a", "b"], booster.AttributeNames);
        Assert.Equal("3", booster.GetAttribute("b"));
        Assert.Equal("", booster.GetAttribute("a"));

        booster.SetAttribute("a", null);

        Assert.Null(booster.GetAttribute("a"));
        Assert.Equal(["b"], booster.AttributeNames);
    }

    [Fact]
    public void Feature_names_stay_with_the_model_and_others_are_refused()
    {
        using TrainingMatrix matrix = Some.Matrix();
        matrix.SetFeatureNames(["profile.country=FR", "notes.tfidf.été", "events<7d>", "\"quoted\""]);
        using Booster trained = Some.Trained(Some.Parameters, matrix, 1);
        using Booster loaded = Booster.Load(trained.Save(ModelFormat.Json));
        using TrainingMatrix renamed = Some.Matrix();
        renamed.SetFeatureNames(["profile.country=FR", "events<7d>", "notes.tfidf.été", "\"quoted\""]);

        var refusal = Assert.Throws<ArgumentException>(() => loaded.Predict(renamed, PredictionKind.Margin));

        Assert.Equal(matrix.FeatureNames, loaded.FeatureNames);
        Assert.Contains("column 1 is \"events<7d>\" instead of \"notes.tfidf.été\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_of_another_width_is_refused()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Some.Trained(Some.Parameters, matrix, 1);
        using TrainingMatrix narrow = TrainingMatrix.FromDense([1, 2], 1, 2);

        Assert.Throws<ArgumentException>(() => booster.Predict(narrow, PredictionKind.Margin));
        Assert.Throws<ArgumentException>(() => booster.Update(narrow));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("{\"learner\":{}}")]
    [InlineData("{\"learner\":{\"attributes\"")]
    [InlineData("{L\0\0")]
    public void Bytes_that_are_no_model_are_refused(string text)
    {
        Exception? refusal = Record.Exception(() => Booster.Load(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.True(refusal is ArgumentException or XGBoostException, refusal?.ToString() ?? "It was accepted.");
    }

    [Fact]
    public void A_loaded_model_does_not_train_because_its_parameters_are_not_part_of_it()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster loaded = Booster.Load(Some.Model(2));

        var refusal = Assert.Throws<InvalidOperationException>(() => loaded.Update(matrix));

        Assert.Contains("Booster.Continue", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max_dept", "3")]
    [InlineData("tweedie_variance_power", "1.5")]
    public void A_parameter_that_nothing_takes_is_refused_by_the_first_round(string name, string value)
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Booster.Create(Some.With((name, value)));

        var refusal = Assert.Throws<InvalidOperationException>(() => booster.Update(matrix));

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_parameter_of_the_learners_is_known()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster trees = Booster.Create(Some.With(
            ("learning_rate", "0.1"), ("eta", null), ("reg_lambda", "2"), ("alpha", "0"), ("gamma", "0"), ("min_child_weight", "2"), ("max_bin", "64"),
            ("subsample", "0.8"), ("colsample_bytree", "0.8"), ("colsample_bynode", "0.8"), ("seed", "7"), ("max_delta_step", "1"), ("scale_pos_weight", "1"),
            ("grow_policy", "lossguide"), ("max_leaves", "15"), ("num_parallel_tree", "2"), ("eval_metric", "logloss")));
        using Booster tweedie = Booster.Create(Some.With(("objective", "reg:tweedie"), ("tweedie_variance_power", "1.5")));
        using Booster linear = Booster.Create(Some.With(
            ("booster", "gblinear"), ("tree_method", null), ("max_depth", null), ("lambda", "1"), ("alpha", "0")));

        Assert.All([trees, tweedie, linear], booster => booster.Update(matrix));
    }

    [Fact]
    public void A_value_the_library_cannot_read_is_refused_by_the_first_round()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Booster.Create(Some.With(("max_depth", "deep")));

        Assert.Contains("max_depth", Assert.Throws<XGBoostException>(() => booster.Update(matrix)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_may_change_between_rounds()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Some.Trained(Some.Parameters, matrix, 1);

        booster.SetParameters(new Dictionary<string, string> { ["max_depth"] = "1" });
        booster.Update(matrix);

        Assert.Single(new ModelTrees(booster.Save(ModelFormat.Json)).Thresholds(1));
    }

    [Fact]
    public void Cancellation_is_observed_at_each_round()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Booster.Create(Some.Parameters);
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => booster.Train(
            matrix,
            100,
            rounds =>
            {
                if (rounds == 3)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));

        Assert.Equal(3, booster.Rounds);
    }

    [Fact]
    public void A_disposed_booster_or_matrix_is_refused()
    {
        TrainingMatrix matrix = Some.Matrix();
        Booster booster = Some.Trained(Some.Parameters, matrix, 1);
        matrix.Dispose();
        Assert.Throws<ObjectDisposedException>(() => booster.Predict(matrix, PredictionKind.Margin));

        booster.Dispose();
        Assert.Throws<ObjectDisposedException>(() => booster.Rounds);
    }
}
