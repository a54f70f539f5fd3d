using System.Globalization;

namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>Writes a condition so that <see cref="RuleParser"/> reads the same one back.</summary>
public static class RuleText
{
    private static readonly string[] Signs = ["==", "!=", "<", "<=", ">", ">="];

    public static string Write(RuleCondition condition) => condition switch
    {
        RuleComparison comparison => $"{comparison.Feature} {Signs[(int)comparison.Operator]} {Value(comparison)}",
        RuleJunction { Kind: RuleJunctionKind.Any } any => string.Join(" or ", any.Parts.Select(Write)),
        RuleJunction all => string.Join(" and ", all.Parts.Select(part => part is RuleJunction ? $"({Write(part)})" : Write(part))),
        _ => throw new ArgumentException($"expected a comparison or a junction, found {condition.GetType().Name}", nameof(condition)),
    };

    private static string Value(RuleComparison comparison) => comparison.Text switch
    {
        null => comparison.Number.ToString("R", CultureInfo.InvariantCulture),
        var text when text.Contains('\'') => $"\"{text}\"",
        var text => $"'{text}'",
    };
}
