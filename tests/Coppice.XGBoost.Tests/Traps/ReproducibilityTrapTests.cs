using Coppice.XGBoost.Tests.Support;

namespace Coppice.XGBoost.Tests.Traps;

/// <summary>When the same data give the same model bytes, and when they do not; one test or more per situation.</summary>
public sealed class ReproducibilityTrapTests
{
    private static readonly Dictionary<string, string> Sampled = Some.With(("subsample", "0.6"), ("seed", "5"));

    [Fact]
    public void The_same_rows_in_the_same_order_repeat() => Assert.Equal(Some.Model(15, Sampled), Some.Model(15, Sampled));

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void The_number_of_threads_does_not_matter_on_this_build(string threads)
    {
        Assert.Equal(Some.Model(10), Some.Model(10, Some.With(("nthread", threads))));
        Assert.Equal(Some.Model(10, Sampled), Some.Model(10, Some.With(("subsample", "0.6"), ("seed", "5"), ("nthread", threads))));
    }

    [Fact]
    public void Permuted_rows_give_another_model_so_the_caller_must_order_them()
    {
        float[] values = Some.Values(20_000);
        float[] permuted = [.. values.Chunk(Some.Columns).Reverse().SelectMany(row => row)];
        using TrainingMatrix matrix = TrainingMatrix.FromDense(values, 20_000, Some.Columns);
        using TrainingMatrix reversed = TrainingMatrix.FromDense(permuted, 20_000, Some.Columns);
        float[] labels = Some.Labels(values);
        matrix.SetLabels(labels);
        Array.Reverse(labels);
        reversed.SetLabels(labels);
        using Booster one = Some.Trained(Some.Parameters, matrix, 3);
        using Booster other = Some.Trained(Some.Parameters, reversed, 3);

        Assert.NotEqual(one.Save(ModelFormat.Json), other.Save(ModelFormat.Json));
    }

    [Fact]
    public void Without_sampling_rounds_may_be_trained_in_two_parts()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster continued = Booster.Continue(Some.Model(6), Some.ContinuationParameters);
        continued.Train(matrix, 4, onRound: null, CancellationToken.None);

        Assert.Equal(Some.Model(10), continued.Save(ModelFormat.Json));
    }

    [Theory]
    [InlineData("subsample")]
    [InlineData("colsample_bytree")]
    public void With_sampling_two_parts_differ_from_one_but_repeat(string sampling)
    {
        Dictionary<string, string> parameters = Some.With((sampling, "0.5"), ("seed", "5"));
        Dictionary<string, string> continuation = Some.With((sampling, "0.5"), ("seed", "5"), ("base_score", null), ("objective", null));
        byte[] InTwoParts()
        {
            using TrainingMatrix matrix = Some.Matrix();
            using Booster continued = Booster.Continue(Some.Model(6, parameters), continuation);
            continued.Train(matrix, 4, onRound: null, CancellationToken.None);
            return continued.Save(ModelFormat.Json);
        }

        Assert.NotEqual(Some.Model(10, parameters), InTwoParts());
        Assert.Equal(InTwoParts(), InTwoParts());
    }

    [Fact]
    public void Rounds_from_several_threads_differ_natively_unless_each_round_is_seeded()
    {
        Assert.NotEqual(TrainNatively("false", everyRoundOnNewThread: false), TrainNatively("false", everyRoundOnNewThread: true));
        Assert.Equal(TrainNatively("true", everyRoundOnNewThread: false), TrainNatively("true", everyRoundOnNewThread: true));
    }

    [Fact]
    public void A_booster_refuses_a_second_thread()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Some.Trained(Some.Parameters, matrix, 1);

        Exception? refusal = OnNewThread(() => Record.Exception(() => booster.Update(matrix)));

        Assert.IsType<InvalidOperationException>(refusal);
        Assert.Equal(1, booster.Rounds);
    }

    [Fact]
    public void A_cached_matrix_is_unknown_on_another_thread_natively()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using var native = new NativeBooster(matrix);
        native.Set(Some.Parameters);

        Exception? refusal = OnNewThread(() => Record.Exception(() => native.Update(matrix, iteration: 0)));

        Assert.Contains("0 feature is supplied", Assert.IsType<XGBoostException>(refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_booster_may_be_made_on_one_thread_and_trained_on_another()
    {
        using Booster booster = Booster.Create(Sampled);
        using TrainingMatrix matrix = Some.Matrix();

        OnNewThread(() =>
        {
            booster.Train(matrix, 15, onRound: null, CancellationToken.None);
            return true;
        });

        Assert.Equal(Some.Model(15, Sampled), booster.Save(ModelFormat.Json));
    }

    [Fact]
    public void Two_boosters_trained_in_turns_disturb_each_other_unless_each_round_is_seeded()
    {
        Dictionary<string, string> unseeded = Some.With(("subsample", "0.6"), ("seed", "5"), ("seed_per_iteration", "false"));

        Assert.NotEqual(Some.Model(15, unseeded), TrainInTurns(unseeded));
        Assert.Equal(Some.Model(15, Sampled), TrainInTurns(Sampled));
    }

    [Fact]
    public async Task Whole_jobs_on_their_own_threads_do_not_disturb_each_other()
    {
        Dictionary<string, string> unseeded = Some.With(("subsample", "0.6"), ("seed", "5"), ("seed_per_iteration", "false"));
        byte[] alone = await TrainingJob.RunAsync(_ => Some.Model(15, unseeded), CancellationToken.None);

        byte[][] together = await Task.WhenAll(
            TrainingJob.RunAsync(_ => Some.Model(15, unseeded), CancellationToken.None),
            TrainingJob.RunAsync(_ => Some.Model(15, unseeded), CancellationToken.None));

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void Saving_and_loading_changes_no_margin()
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster booster = Booster.Load(Some.Model(10, Sampled));
        using Booster throughUbjson = Booster.Load(booster.Save(ModelFormat.Ubjson));

        Assert.Equal(booster.Predict(matrix, PredictionKind.Margin), throughUbjson.Predict(matrix, PredictionKind.Margin));
        Assert.Equal(booster.Save(ModelFormat.Json), throughUbjson.Save(ModelFormat.Json));
    }

    [Fact]
    public void The_racing_linear_updater_is_refused_and_the_default_one_repeats()
    {
        Dictionary<string, string> linear = Some.With(("booster", "gblinear"), ("tree_method", null), ("max_depth", null));

        Assert.Equal(Some.Model(10, linear), Some.Model(10, linear));
        linear["updater"] = "shotgun";
        Assert.Throws<ArgumentException>("parameters", () => Booster.Create(linear));
    }

    private static byte[] TrainInTurns(IReadOnlyDictionary<string, string> parameters)
    {
        using TrainingMatrix matrix = Some.Matrix();
        using Booster one = Booster.Create(parameters);
        using Booster other = Booster.Create(parameters);
        for (int round = 0; round < 15; round++)
        {
            one.Update(matrix);
            other.Update(matrix);
        }

        return one.Save(ModelFormat.Json);
    }

    private static byte[] TrainNatively(string seedPerIteration, bool everyRoundOnNewThread)
    {
        using TrainingMatrix matrix = Some.Matrix();
        using var native = new NativeBooster();
        native.Set(Sampled);
        native.Set(("num_feature", "4"), ("seed_per_iteration", seedPerIteration));
        for (int round = 0; round < 15; round++)
        {
            int iteration = round;
            if (everyRoundOnNewThread)
            {
                OnNewThread(() =>
                {
                    native.Update(matrix, iteration);
                    return true;
                });
            }
            else
            {
                native.Update(matrix, iteration);
            }
        }

        return native.Save();
    }

    private static TResult OnNewThread<TResult>(Func<TResult> work)
    {
        TResult result = default!;
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result;
    }
}
