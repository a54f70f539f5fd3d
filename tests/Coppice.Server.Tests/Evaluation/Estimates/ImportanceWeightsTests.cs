using System.Text.Json;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation.Estimates;

public sealed class ImportanceWeightsTests
{
    [Fact]
    public void Weights_and_what_they_are_worth_match_the_recorded_values()
    {
        JsonElement vector = Vectors.Read("05_performance_estimation.json", "importance_weights");
        ImportanceWeights found = ImportanceWeights.Of(
            vector.Numbers("domain_prob_current"), vector.GetProperty("n_ref").GetInt32(), vector.GetProperty("n_cur").GetInt32());
        Vectors.Close(vector.Numbers("w"), found.OfRows);
        Vectors.Close(vector.Number("ess"), found.EffectiveSize);
        Assert.False(found.IsEnough);
    }

    [Fact]
    public void Rows_that_look_alike_are_worth_as_many_as_they_are()
    {
        var found = ImportanceWeights.Of([.. Enumerable.Repeat(0.5, 200)], 1_000, 1_000);
        Vectors.Close(200, found.EffectiveSize);
        Assert.True(found.IsEnough);
    }

    [Fact]
    public void A_row_that_is_surely_one_of_now_has_a_finite_weight() =>
        Assert.All(ImportanceWeights.Of([0, 1], 10, 10).OfRows.ToArray(), weight => Assert.True(double.IsFinite(weight) && weight > 0));
}
