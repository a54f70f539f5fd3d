using System.Text.Json;
using Coppice.Server.Performance;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Performance;

public sealed class RealisedRowsTests
{
    private const string File = "02_temporal.json";

    [Fact]
    public void A_week_beside_easy_answers_matches_the_recorded_kappas()
    {
        JsonElement vector = Vectors.Read(File, "kappa");
        var week = Rows(vector.Numbers("y"), vector.Numbers("pred")).Measure(PredictionKind.Probability, _ => 0.5);
        Vectors.Close(vector.Number("accuracy"), week.Metrics["accuracy"].Value);
        Vectors.Close(vector.Number("kappa"), week.KappaOverChance);
        Vectors.Close(vector.Number("kappa_temporal"), week.KappaOverPersistence);
        Vectors.Close(vector.Number("persistence_accuracy_i>=1"), week.NoChange["accuracy"].Value);
        Assert.Equal(0.5, week.Prior["auc"].Value);
        Vectors.Close(Math.Log(2), week.Prior["log_loss"].Value);
        Assert.DoesNotContain("log_loss", week.NoChange.Keys);
    }

    [Fact]
    public void A_rank_over_a_stretch_is_the_recorded_one()
    {
        JsonElement vector = Vectors.Read(File, "prequential_auc_window");
        double[] labels = vector.Numbers("y");
        double[] scores = vector.Numbers("score");
        double[] found = [.. Enumerable.Range(0, 5).Select(i => Rows(labels[i..(i + 6)], scores[i..(i + 6)]).Metrics(PredictionKind.Probability)["auc"].Value)];
        Vectors.Close(vector.Numbers("auc_at_end_of_stream_i5..i9"), found);
    }

    [Fact]
    public void The_running_mean_goes_on_from_look_to_look()
    {
        JsonElement vector = Vectors.Read(File, "prequential_fading_long");
        var state = new PerformanceState("policy", 0, 0, new Dictionary<string, FadingSum>());
        RealisedAnswer[] answers = [.. Enumerable.Range(0, 5000).Select(i => new RealisedAnswer(i, 0, 1, i % 4 == 0 ? 0.9 : 0.1, IsCorrection: false))];
        foreach (var some in answers.Chunk(777))
            state = state.After(PredictionKind.Probability, [.. some, some[0] with { IsCorrection = true }], some[^1].Label);
        Vectors.Close(vector.Number("S"), state.Fading["accuracy"].Sum);
        Vectors.Close(vector.Number("N"), state.Fading["accuracy"].Weight);
        Assert.Equal(4999, state.LastLabel);
    }

    [Fact]
    public void Each_version_is_told_by_what_it_answered_itself()
    {
        var rows = new RealisedRows();
        rows.Add(1, 10, 10, version: 4);
        rows.Add(2, 0, 2, version: 4);
        rows.Add(3, 6, 1, version: 5);
        var week = rows.Measure(PredictionKind.Amount, _ => null);
        Assert.Equal([(4L, 2L, 1L), (5L, 1L, 1L)], week.Versions.Select(v => (v.VersionId, v.Rows, v.Positives)));
        Assert.Equal((1.0, 5.0), (week.Versions[0].Metrics["mae"].Value, week.Versions[1].Metrics["mae"].Value));
        Assert.Empty(week.Prior);
        // Nothing repeats: 10 before 0, 0 before 6.
        Assert.Equal(8, week.NoChange["mae"].Value);
        Assert.Null(week.KappaOverChance);
    }

    private static RealisedRows Rows(double[] labels, double[] scores)
    {
        var rows = new RealisedRows();
        for (int row = 0; row < labels.Length; row++)
            rows.Add(row, labels[row], scores[row], version: 1);
        return rows;
    }
}
