using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class McNemarTests
{
    [Fact]
    public void Tests_and_interval_match_the_recorded_cases()
    {
        foreach (JsonElement vector in Vectors.Read("01_promotion.json", "mcnemar").EnumerateArray())
        {
            var found = new McNemar(vector.GetProperty("b").GetInt32(), vector.GetProperty("c").GetInt32(), vector.GetProperty("n").GetInt32());
            Vectors.Close(vector.Number("diff"), found.Difference);
            Vectors.Close(vector.Number("exact_p"), found.ExactP);
            Vectors.Close(vector.Number("midp"), found.MidP);
            Vectors.Close(vector.Number("midp_one_sided_superiority"), found.SuperiorityMidP);
            Vectors.Close(vector.Number("chi2_cc"), found.CorrectedChiSquare);
            Vectors.Close(vector.Number("bonett_price_center"), found.IntervalCentre);
            Vectors.Close(vector.Number("bonett_price_se"), found.IntervalError);
        }
    }

    [Fact]
    public void Ties_at_the_threshold_count_as_positive()
    {
        McNemar found = McNemar.Of(BinaryBlock.Apart([1, 0, 1]), [0.5, 0.4, 0.2], [0.4999, 0.5, 0.6]);
        Assert.Equal(new McNemar(2, 1, 3), found);
    }

    [Fact]
    public void Wilson_bounds_match_the_recorded_cases()
    {
        foreach (JsonElement vector in Vectors.Read("01_promotion.json", "wilson").EnumerateArray())
        {
            int successes = vector.GetProperty("x").GetInt32();
            int rows = vector.GetProperty("n").GetInt32();
            Vectors.Close(vector.Number("lcb95_one_sided"), WilsonInterval.Of(successes, rows, 0.05).Lower);
            WilsonInterval both = WilsonInterval.Of(successes, rows, 0.025);
            Vectors.Close(vector.Numbers("ci95"), [both.Lower, both.Upper]);
        }
    }
}
