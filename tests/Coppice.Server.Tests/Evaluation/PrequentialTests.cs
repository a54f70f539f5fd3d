using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class PrequentialTests
{
    private const string File = "02_temporal.json";

    [Fact]
    public void The_fading_mean_follows_the_recorded_errors()
    {
        JsonElement vector = Vectors.Read(File, "prequential_fading");
        var mean = new FadingMean(vector.Number("alpha"));
        List<double> found = [];
        foreach (double error in vector.Numbers("errors"))
        {
            mean.Add(error);
            found.Add(mean.Mean!.Value);
        }
        Vectors.Close(vector.Numbers("estimate"), [.. found]);
    }

    [Fact]
    public void A_fading_mean_that_goes_on_where_another_stood_is_the_same()
    {
        JsonElement vector = Vectors.Read(File, "prequential_fading");
        double alpha = vector.Number("alpha");
        var mean = new FadingMean(alpha);
        List<double> found = [];
        foreach (double error in vector.Numbers("errors"))
        {
            mean = FadingMean.Restore(mean.Sum, mean.Weight, alpha);
            mean.Add(error);
            found.Add(mean.Mean!.Value);
        }
        Vectors.Close(vector.Numbers("estimate"), [.. found]);
    }

    [Fact]
    public void The_fading_mean_settles_near_a_thousand_rows()
    {
        JsonElement vector = Vectors.Read(File, "prequential_fading_long");
        var mean = new FadingMean();
        for (int row = 0; row < 5000; row++)
            mean.Add(row % 4 == 0 ? 1 : 0);
        Vectors.Close(vector.Number("S"), mean.Sum);
        Vectors.Close(vector.Number("N"), mean.Weight);
        Vectors.Close(vector.Number("estimate"), mean.Mean);
    }

    [Fact]
    public void The_window_ranks_its_last_rows_only()
    {
        JsonElement vector = Vectors.Read(File, "prequential_auc_window");
        double[] labels = vector.Numbers("y");
        double[] scores = vector.Numbers("score");
        var window = new SlidingWindow(vector.GetProperty("window").GetInt32());
        Assert.Null(window.Auc());
        List<double> found = [];
        for (int row = 0; row < labels.Length; row++)
        {
            window.Add(labels[row], scores[row]);
            if (row >= 5)
                found.Add(window.Auc()!.Value);
        }
        Vectors.Close(vector.Numbers("auc_at_end_of_stream_i5..i9"), [.. found]);
        Vectors.Close(labels[4..].Zip(scores[4..], Losses.Squared).Average(), window.MeanLoss(Losses.Squared));
    }

    [Fact]
    public void Kappas_match_the_recorded_values()
    {
        JsonElement vector = Vectors.Read(File, "kappa");
        Vectors.Close(vector.Number("kappa"), Kappa.OverChance(vector.Numbers("y"), vector.Numbers("pred")));
        Vectors.Close(vector.Number("kappa_temporal"), Kappa.OverPersistence(vector.Numbers("y"), vector.Numbers("pred")));
        Assert.Null(Kappa.OverPersistence([1, 1, 1], [0, 1, 1]));
    }

    [Fact]
    public void Weights_halve_with_age()
    {
        JsonElement vector = Vectors.Read(File, "time_decay_weights");
        double[] found = [.. vector.Numbers("age_days").Select(age => TimeDecay.Weight(TimeSpan.FromDays(age), TimeSpan.FromDays(90)))];
        Vectors.Close(vector.Numbers("w"), found);
        Vectors.Close(vector.Number("ess"), TimeDecay.EffectiveRows(found));
    }
}
