using Coppice.Server.Files;

namespace Coppice.Server.Workspaces.Reading;

internal static class ModelReader
{
    private static readonly Dictionary<string, PredictionKind> Kinds = new()
    {
        ["probability"] = PredictionKind.Probability,
        ["amount"] = PredictionKind.Amount,
    };

    private static readonly Dictionary<string, ColumnType> Types = new()
    {
        ["number"] = ColumnType.Number,
        ["category"] = ColumnType.Category,
        ["boolean"] = ColumnType.Boolean,
        ["date"] = ColumnType.Date,
        ["text"] = ColumnType.Text,
    };

    public static ModelDefinition? Read(string name, Section section, IReadOnlyDictionary<string, Recipe> recipes)
    {
        if (section.Find("label") is null)
            section.Missing("label", "how truth is found, such as { event: purchase, within: 30d }");
        LabelPolicy? label = section.Find("label") is MapNode or null ? null : Wrong(section);
        if (section.Find("label") is MapNode)
            label = LabelReader.Read(section.Child("label"));

        bool fromColumn = label is ColumnLabel;
        PredictionKind predicts = ReadKind(section, label);
        Section columns = section.Child("columns");
        var labelled = new LabelledColumns(columns.Text("customer"), columns.Text("time"));
        columns.ReportUnknownKeys();
        FeatureGroups features = ReadFeatures(section, label, labelled);
        Recipe recipe = section.Choice("learner", Recipe.Fast, recipes);
        Recipe? quick = ReadQuick(section, recipe, recipes);
        TimeSpan lag = section.Duration("lag", null, TimeSpan.Zero) ?? (fromColumn ? TimeSpan.Zero : ModelDefinition.EventLag);
        IReadOnlyList<string> exclude = section.Texts("exclude");
        BackfillOptions backfill = BackfillReader.Read(section.Child("backfill"));
        Dictionary<string, ColumnType> types = ReadTypes(section.Child("types"));
        var synthetic = WeakRuleReader.Read(section, predicts);
        ActionCosts? costs = CostsReader.Read(section, predicts);
        section.ReportUnknownKeys();
        return label is null ? null : new ModelDefinition
        {
            Name = name,
            Predicts = predicts,
            Label = label,
            Features = features,
            Recipe = recipe,
            Quick = quick,
            Exclude = exclude,
            Lag = lag,
            Backfill = backfill,
            Types = types,
            Columns = labelled,
            Synthetic = synthetic,
            Costs = costs,
        };
    }

    private static LabelPolicy? Wrong(Section section)
    {
        section.Mismatch("label", "keys of its own, such as { event: purchase, within: 30d }", section.Find("label")!);
        return null;
    }

    private static PredictionKind ReadKind(Section section, LabelPolicy? label)
    {
        PredictionKind natural = label is SumWithin or ColumnLabel { Positive: null } ? PredictionKind.Amount : PredictionKind.Probability;
        PredictionKind kind = section.Choice("predicts", natural, Kinds);
        DefinitionNode? given = section.Find("predicts");
        if (label is ColumnLabel { Positive: null } && (given is null || kind is PredictionKind.Probability))
            section.Report(section.Line, $"{section.PathOf("label")}: say which value of the column is the positive one (positive: ...), or predicts: amount");
        else if (label is not null && given is not null && kind != natural)
            section.Mismatch("predicts", $"{natural.ToString().ToLowerInvariant()}, which is what this label gives", given);
        return kind;
    }

    private static Recipe? ReadQuick(Section section, Recipe learner, IReadOnlyDictionary<string, Recipe> recipes)
    {
        if (section.Find("quick") is null or ScalarNode { Text: "off" or "false" })
            return null;
        if (section.Find("quick") is ScalarNode given && given.Text == learner.Name)
            section.Report(given.Line, $"{section.PathOf("quick")}: {learner.Name} is the learner itself; name a recipe that answers before it, or leave quick out");
        return section.Choice("quick", Recipe.Fast, recipes.Where(r => r.Value.HasMembers).ToDictionary());
    }

    private static FeatureGroups ReadFeatures(Section section, LabelPolicy? label, LabelledColumns columns)
    {
        FeatureGroups natural = label is ColumnLabel ? FeatureGroups.Columns : FeatureGroups.Behaviour | FeatureGroups.Profile;
        FeatureGroups chosen = FeatureGroupReader.Read(section, "features");
        if (chosen is FeatureGroups.None)
            return natural;
        if (chosen.HasFlag(FeatureGroups.Columns) && label is not (null or ColumnLabel))
            Refuse(section, "columns are inputs only where the label is a column of the same rows");
        if ((chosen & FeatureGroups.Kept) is not FeatureGroups.None && label is ColumnLabel && columns is not { Customer: not null, Time: not null })
            Refuse(section, "behaviour, profile and notes need to know whose row it is and of when: give columns: { customer: ..., time: ... }");
        return chosen;
    }

    private static Dictionary<string, ColumnType> ReadTypes(Section section)
    {
        var types = new Dictionary<string, ColumnType>(StringComparer.Ordinal);
        foreach (MapEntry entry in section.Entries)
            types[entry.Key] = section.Choice(entry.Key, ColumnType.Text, Types);
        return types;
    }

    private static void Refuse(Section section, string reason) =>
        section.Report(section.Find("features")!.Line, $"{section.PathOf("features")}: {reason}");
}
