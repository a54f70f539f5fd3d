using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class ReuseTests
{
    private const string File = "01_promotion.json";

    [Theory]
    [InlineData("power_gamma")]
    [InlineData("jm_gamma_onlineFDR_default")]
    public void Promotion_budget_spends_and_earns_as_recorded(string key)
    {
        PromotionBudget budget = key == "power_gamma" ? PromotionBudget.Of() : PromotionBudget.OfJavanmardMontanari();
        double[] p = Vectors.Read(File, "lordpp").Numbers("p");
        int decision = 0;
        foreach (JsonElement expected in Vectors.Read(File, "lordpp", key, "alpha_t_and_reject").EnumerateArray())
        {
            Vectors.RelativelyClose(expected[0].GetDouble(), budget.NextLevel(), 1e-9);
            Assert.Equal(expected[1].GetBoolean(), budget.Record(p[decision++]));
        }
    }

    [Fact]
    public void Each_further_use_of_rows_is_judged_more_strictly()
    {
        double[] expected = Vectors.Read(File, "alpha_spending").Numbers("k1..6");
        for (int use = 1; use <= expected.Length; use++)
            Vectors.Close(expected[use - 1], AlphaSpending.Level(0.05, use));
    }

    [Fact]
    public void The_ladder_accepts_only_a_climb_beyond_the_noise()
    {
        JsonElement vector = Vectors.Read(File, "ladder");
        var ladder = new Ladder();
        foreach ((JsonElement losses, JsonElement expected) in vector.GetProperty("losses").EnumerateArray()
            .Zip(vector.GetProperty("accept_released_stepsize").EnumerateArray()))
        {
            LadderAnswer answer = ladder.Offer(losses.Numbers());
            Assert.Equal(expected[0].GetBoolean(), answer.Accepted);
            Vectors.Close(expected[1].GetDouble(), answer.ReleasedLoss);
            if (expected.GetArrayLength() > 2)
                Vectors.Close(expected[2].GetDouble(), answer.Step);
        }
    }
}
