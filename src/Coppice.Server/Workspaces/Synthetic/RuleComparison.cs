namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>A feature compared with a number, or with a text when <paramref name="Text"/> is given.</summary>
public sealed record RuleComparison(string Feature, RuleOperator Operator, double Number, string? Text) : RuleCondition
{
    public override IEnumerable<string> Features => [Feature];

    public override bool Holds(IRuleInput input)
    {
        if (Text is not null)
            return input.Text(Feature) is { } text && string.Equals(text, Text, StringComparison.Ordinal) == (Operator is RuleOperator.Equal);

        return input.Number(Feature) is { } number && Operator switch
        {
            RuleOperator.Equal => number == Number,
            RuleOperator.NotEqual => number != Number,
            RuleOperator.Less => number < Number,
            RuleOperator.LessOrEqual => number <= Number,
            RuleOperator.Greater => number > Number,
            _ => number >= Number,
        };
    }
}
