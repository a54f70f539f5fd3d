using Coppice.Server.Workspaces.Synthetic;

namespace Coppice.Server.Tests.Workspaces.Synthetic;

public sealed class RuleParserTests
{
    private static readonly RuleInput Customer = new() { ["age"] = "40", ["country"] = "FR", ["events.visit.count_30d"] = "0" };

    [Theory]
    [InlineData("age > 39", true)]
    [InlineData("age >= 40.5", false)]
    [InlineData("age = 4e1", true)]
    [InlineData("age != -40", true)]
    [InlineData("country == \"FR\"", true)]
    [InlineData("country != 'FR'", false)]
    [InlineData("events.visit.count_30d<1", true)]
    [InlineData("absent < 1", false)]
    [InlineData("absent != 1", false)]
    [InlineData("age > 50 and age > 60 or country == 'FR'", true)]
    [InlineData("age > 50 and (age > 60 or country == 'FR')", false)]
    [InlineData("age > 39 AND country == 'FR'", true)]
    public void Conditions_hold_as_they_read(string text, bool expected)
    {
        RuleParseResult result = RuleParser.Parse(text);

        Assert.Null(result.Problem);
        Assert.Equal(expected, result.Condition!.Holds(Customer));
    }

    [Theory]
    [InlineData("", "column 1: expected the name of a feature, found the end in \"\"")]
    [InlineData("age", "column 4: expected ==, !=, <, <=, > or >=, found the end in \"age\"")]
    [InlineData("age > old", "column 7: expected a number, or a text in quotes, found \"old\" in \"age > old\"")]
    [InlineData("age > 1 age", "column 9: expected and, or, or the end, found \"age\" in \"age > 1 age\"")]
    [InlineData("(age > 1", "column 9: expected and, or, or ), found the end in \"(age > 1\"")]
    [InlineData("country > 'FR'", "column 11: expected a number after > (texts are compared with == or !=), found \"FR\" in \"country > 'FR'\"")]
    [InlineData("country == 'FR", "column 12: expected a number, or a text in quotes, found \"'FR\" in \"country == 'FR\"")]
    [InlineData("age > 1e999", "column 7: expected a number, or a text in quotes, found \"1e999\" in \"age > 1e999\"")]
    public void Slips_are_named_with_their_column(string text, string expected) => Assert.Equal(expected, RuleParser.Parse(text).Problem);

    [Fact]
    public void Parentheses_inside_each_other_are_limited() =>
        Assert.Contains("at most 20 parentheses", RuleParser.Parse(new string('(', 900)).Problem, StringComparison.Ordinal);

    [Fact]
    public void The_features_of_a_condition_are_named_once() =>
        Assert.Equal(["a", "b"], RuleParser.Parse("a > 1 or b > 1 and a < 5").Condition!.Features);

    private sealed class RuleInput : Dictionary<string, string>, IRuleInput
    {
        public double? Number(string feature) => double.TryParse(Text(feature), out double number) ? number : null;

        public string? Text(string feature) => TryGetValue(feature, out string? text) ? text : null;
    }
}
