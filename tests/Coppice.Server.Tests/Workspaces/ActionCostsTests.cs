using System.Text.Json;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Workspaces;

public class ActionCostsTests
{
    [Fact]
    public void The_threshold_matches_the_recorded_cases()
    {
        JsonElement[] cases = [.. Vectors.Read("07_calibration_clv.json", "cost_threshold", "cases").EnumerateArray()];
        Assert.NotEmpty(cases);
        foreach (JsonElement given in cases)
        {
            var costs = new ActionCosts(given.Number("cTP"), given.Number("cFP"), given.Number("cFN"), given.Number("cTN"));
            Assert.Equal(given.Number("t"), costs.Threshold);
            Assert.Null(costs.Problem);
        }
    }

    [Fact]
    public void A_contact_pays_from_its_price_over_what_it_may_save()
    {
        ActionCosts costs = ActionCosts.OfContact(contact: 2.5, missed: 40);

        Assert.Equal(0.0625, costs.Threshold);
        Assert.Equal((ActionCosts.Act, ActionCosts.Wait), (costs.Decide(0.0625), costs.Decide(0.0624)));
        Assert.Equal((37.5, -2.5, 0), (costs.Saved(1, 0.5), costs.Saved(0, 0.5), costs.Saved(1, 0.01)));
    }

    [Theory]
    [InlineData("{ contact: 2.50, missed: 40 }", 2.5, 2.5, 40, 0)]
    [InlineData("{ false_positive: 1, false_negative: 5 }", 0, 1, 5, 0)]
    [InlineData("{ true_positive: -8, false_positive: 2, false_negative: 0, true_negative: 0 }", -8, 2, 0, 0)]
    public void Both_forms_are_read(string written, double truePositive, double falsePositive, double falseNegative, double trueNegative) =>
        Assert.Equal(new ActionCosts(truePositive, falsePositive, falseNegative, trueNegative), Read(written).Definition!.Models[0].Costs);

    [Theory]
    [InlineData("{ contact: 0, missed: 40 }", "so acting on everybody always pays and no score decides")]
    [InlineData("{ contact: 40, missed: 40 }", "so acting never pays and no score decides")]
    [InlineData("{ true_positive: 9, false_positive: 1, false_negative: 5 }", "waiting costs no more than acting where something would come of it (5 against 9)")]
    [InlineData("{ contact: 2 }", "expected both contact, what acting costs, and missed")]
    [InlineData("{ contact: 2, false_negative: 5 }", "one of the two")]
    [InlineData("{ true_positive: 2 }", "expected at least false_positive and false_negative")]
    [InlineData("{ contact: 2, mised: 40 }", "did you mean missed?")]
    [InlineData("{}", "one of the two")]
    [InlineData("2", "expected keys of its own")]
    public void What_cannot_be_is_refused_by_a_sentence(string written, string sentence)
    {
        DefinitionResult result = Read(written);

        Assert.False(result.IsValid);
        Assert.Contains(result.Problems, problem => problem.Message.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void An_amount_has_no_costs()
    {
        DefinitionResult result = DefinitionFile.Parse("""
            workspace: shop
            models:
              clv: { label: { sum: purchase.value, within: 365d }, costs: { contact: 2, missed: 40 } }
            """);

        Assert.Contains("an amount has no threshold to act from", Assert.Single(result.Problems).Message);
    }

    private static DefinitionResult Read(string costs) =>
        DefinitionFile.Parse($"workspace: telco\nmodels:\n  churn: {{ label: {{ column: Churn, positive: \"Yes\" }}, costs: {costs} }}\n");
}
