using Coppice.Server.Workspaces.Synthetic;

namespace Coppice.Server.Workspaces.Reading;

internal static class WeakRuleReader
{
    public static IReadOnlyList<WeakRule> Read(Section model, PredictionKind predicts)
    {
        var rules = new List<WeakRule>();
        foreach (Section section in model.Children("synthetic"))
        {
            if (ReadRule(section, predicts) is { } rule)
                rules.Add(rule);
        }

        return rules;
    }

    private static WeakRule? ReadRule(Section section, PredictionKind predicts)
    {
        string? when = section.Text("when");
        if (section.Find("when") is null)
            section.Missing("when", "a condition such as \"days_since_last_purchase > 120\"");
        if (section.Find("label") is null)
            section.Missing("label", predicts is PredictionKind.Probability ? "0 or 1" : "an amount");

        double label = predicts is PredictionKind.Probability
            ? section.Integer("label", 0, 0, 1)
            : section.Number("label", 0, double.MinValue, double.MaxValue);
        double weight = section.Number("weight", WeakRule.DefaultWeight, 0.001, 1);
        section.ReportUnknownKeys();
        if (when is null)
            return null;

        RuleParseResult parsed = RuleParser.Parse(when);
        if (parsed.Condition is null)
            section.Report(section.Find("when")!.Line, $"{section.PathOf("when")}: {parsed.Problem}");
        return parsed.Condition is { } condition ? new WeakRule(condition, label, weight) : null;
    }
}
