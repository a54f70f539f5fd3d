using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Evaluation;

public sealed class PredictionDriftTests
{
    [Fact]
    public void Movement_matches_the_recorded_values()
    {
        JsonElement vector = Vectors.Read("01_promotion.json", "prediction_drift");
        PredictionDrift found = PredictionDrift.Of(PredictionKind.Probability, BinaryBlock.Champion, BinaryBlock.Challenger, topFraction: 0.2);
        Vectors.Close(vector.Number("mean_abs_diff"), found.MeanAbsolute);
        Vectors.Close(vector.Number("normaliser_min(a+b,2-a-b)"), found.Largest);
        Vectors.Close(vector.Number("normalised"), found.Normalised);
        Vectors.Close(vector.Number("spearman"), found.Spearman);
        Vectors.Close(vector.Number("top20pct_overlap"), found.TopOverlap);
        Vectors.Close(vector.Number("flip_rate_at_0.5"), found.FlipRate);
    }

    [Fact]
    public void Amounts_move_relative_to_what_both_predict()
    {
        PredictionDrift found = PredictionDrift.Of(PredictionKind.Amount, [10, 20, 30], [12, 24, 36]);
        Vectors.Close(4, found.MeanAbsolute);
        Vectors.Close(12.0 / 132, found.Normalised);
        Assert.Null(found.FlipRate);
    }
}
