using System.Globalization;
using System.Text;
using Coppice.Server.Files;
using Coppice.Server.Workspaces.Reading;
using Coppice.Server.Workspaces.Synthetic;

namespace Coppice.Server.Workspaces.Writing;

internal static class ModelWriter
{
    public static void Write(StringBuilder text, ModelDefinition model)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {YamlText.Of(model.Name)}:    # {Question(model.Label)}\n");
        Line("predicts", model.Predicts.ToString().ToLowerInvariant());
        Line("label", Label(model.Label));
        Line("features", YamlText.ListOf(FeatureGroupWords.Of(model.Features)));
        Line("learner", YamlText.Of(model.Recipe.Name) + "    # fast | elite | baseline");
        if (model.Quick is { } quick)
            Line("quick", YamlText.Of(quick.Name) + "    # answers tables until the learner's scores replace them");
        if (model.Columns.Customer is not null || model.Columns.Time is not null)
            Line("columns", Columns(model.Columns));
        if (model.Exclude.Count > 0)
            Line("exclude", YamlText.ListOf(model.Exclude) + "    # never inputs");
        if (model.Types.Count > 0)
            Line("types", $"{{ {string.Join(", ", model.Types.Select(type => $"{YamlText.Of(type.Key)}: {Word(type.Value)}"))} }}");
        if (model.Lag != (model.Label is ColumnLabel ? TimeSpan.Zero : ModelDefinition.EventLag))
            Line("lag", DurationText.Format(model.Lag));
        if (model.Backfill != new BackfillOptions())
            Line("backfill", Backfill(model.Backfill));
        if (model.Costs is { } costs)
            Line("costs", Costs(costs) + $"    # act from {costs.Threshold.ToString("0.###", CultureInfo.InvariantCulture)} on");
        if (model.Synthetic.Count > 0)
            text.Append("    synthetic:    # guesses, used only where there is no history\n");
        foreach (WeakRule rule in model.Synthetic)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - {{ when: {YamlText.Quoted(RuleText.Write(rule.When))}, label: {YamlText.Of(rule.Label)}, ");
            text.Append(CultureInfo.InvariantCulture, $"weight: {YamlText.Of(rule.Weight)} }}\n");
        }

        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"    {key}: {value}\n");
    }

    private static string Question(LabelPolicy label) => label switch
    {
        EventWithin policy => $"will there be a {string.Join(" or ", policy.EventTypes.Select(OneLine))} within {DurationText.Format(policy.Within)}?",
        NoEventWithin policy => $"will there be no {string.Join(" and no ", policy.EventTypes.Select(OneLine))} for {DurationText.Format(policy.Within)}?",
        SumWithin policy => $"what will {OneLine(policy.EventType)} events be worth within {DurationText.Format(policy.Within)}?",
        ColumnLabel { Positive: { } positive, Column: var column } => $"will {OneLine(column)} be {OneLine(positive)}?",
        ColumnLabel policy => $"what will {OneLine(policy.Column)} be?",
        _ => "",
    };

    private static string Label(LabelPolicy label) => label switch
    {
        EventWithin policy => $"{{ event: {OneOrList(policy.EventTypes)}, within: {DurationText.Format(policy.Within)} }}",
        NoEventWithin policy => $"{{ no_event: {OneOrList(policy.EventTypes)}, within: {DurationText.Format(policy.Within)} }}",
        SumWithin policy => $"{{ sum: {YamlText.Of(policy.EventType + ".value")}, within: {DurationText.Format(policy.Within)} }}",
        ColumnLabel { Positive: { } positive, Column: var column } => $"{{ column: {YamlText.Of(column)}, positive: {YamlText.Quoted(positive)} }}",
        ColumnLabel policy => $"{{ column: {YamlText.Of(policy.Column)} }}",
        _ => throw new ArgumentException($"expected one of the four label policies, found {label.GetType().Name}", nameof(label)),
    };

    private static string Columns(LabelledColumns columns)
    {
        string?[] parts =
        [
            columns.Customer is { } customer ? $"customer: {YamlText.Of(customer)}" : null,
            columns.Time is { } time ? $"time: {YamlText.Of(time)}" : null,
        ];
        return $"{{ {string.Join(", ", parts.Where(part => part is not null))} }}";
    }

    private static string Costs(ActionCosts costs)
    {
        string retrain = costs.Retrain is { } price ? $", retrain: {YamlText.Of(price)}" : "";
        return costs is { TrueNegative: 0 } && costs.TruePositive == costs.FalsePositive
            ? $"{{ contact: {YamlText.Of(costs.FalsePositive)}, missed: {YamlText.Of(costs.FalseNegative)}{retrain} }}"
            : $"{{ true_positive: {YamlText.Of(costs.TruePositive)}, false_positive: {YamlText.Of(costs.FalsePositive)}, false_negative: {YamlText.Of(costs.FalseNegative)}, true_negative: {YamlText.Of(costs.TrueNegative)}{retrain} }}";
    }

    private static string Backfill(BackfillOptions backfill)
    {
        string every = backfill.Every.Length is { } length ? DurationText.Format(length) : "month";
        string from = backfill.From is { } date ? $", from: {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return $"{{ every: {every}{from}, max_rows: {backfill.MaxRows} }}";
    }

    private static string OneOrList(IReadOnlyList<string> texts) => texts.Count == 1 ? YamlText.Of(texts[0]) : YamlText.ListOf(texts);

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
