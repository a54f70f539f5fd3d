using Coppice.Server.Files.Columns;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>Makes the definition for a table that says by its names what is to be predicted: <c>purchased</c>, <c>churned</c>, <c>lifetime_value</c>.</summary>
public static class OutcomeDefinition
{
    private static readonly (ColumnRole Role, string Model)[] Targets =
    [
        (ColumnRole.Purchased, "purchase"),
        (ColumnRole.Churned, "churn"),
        (ColumnRole.LifetimeValue, "clv"),
    ];

    public static TableDefinitionResult Infer(string workspace, TimeZoneInfo timeZone, TableProfile table)
    {
        var resolved = ColumnMapping.Resolve(TableContent.Outcomes, table);
        if (!resolved.IsResolved)
            return new TableDefinitionResult(null, resolved.Problem);
        var mapping = resolved.Mapping;
        var named = Targets
            .Where(t => mapping[t.Role] is not null)
            .Select(t => (t.Model, Column: table.Columns[mapping[t.Role]!.Value]))
            .Select(t => (t.Model, t.Column, Target: TableTarget.Of(t.Column)))
            .ToList();
        if (named.Count == 0)
        {
            string there = string.Join(", ", table.Columns.Take(30).Select(c => c.Name));
            return new TableDefinitionResult(null, $"no column is called purchased, churned or lifetime_value; there are {there}. Say which one to predict: --target COLUMN");
        }

        var usable = named.Where(t => t.Target.Problem is null).ToList();
        if (usable.Count == 0)
            return new TableDefinitionResult(null, named[0].Target.Problem);
        var brings = BringsOf(table, mapping);
        var columns = new LabelledColumns(NameOf(table, mapping, ColumnRole.Customer), NameOf(table, mapping, ColumnRole.Time));
        return new TableDefinitionResult(
            new WorkspaceDefinition
            {
                Name = workspace,
                TimeZone = timeZone,
                Models = [.. usable.Select(t => new ModelDefinition
                {
                    Name = t.Model,
                    Predicts = t.Target.Predicts,
                    Label = new ColumnLabel(t.Column.Name, t.Target.Positive),
                    Features = brings == TableBrings.LabelledRows ? FeatureGroups.Columns : FeatureGroups.Kept,
                    Lag = TimeSpan.Zero,
                    Columns = columns,
                    Exclude = brings == TableBrings.LabelledRows ? [.. named.Where(other => other.Column != t.Column).Select(other => other.Column.Name)] : [],
                })],
                Gates = Floor(usable.Select(t => t.Target)),
            },
            null)
        {
            Brings = brings,
        };
    }

    private static TableBrings BringsOf(TableProfile table, ColumnMapping mapping)
    {
        if (ColumnMapping.Resolve(TableContent.Notes, table).Mapping?[ColumnRole.Text] is not null)
            return TableBrings.NotesAndOutcomes;
        bool hasInputs = Enumerable.Range(0, table.Columns.Count).Any(mapping.IsProperty);
        return hasInputs ? TableBrings.LabelledRows : TableBrings.Outcomes;
    }

    /// <summary>Where the values are so even that always saying the more frequent one is right less often than the usual floor, that is the floor.</summary>
    private static GateSettings Floor(IEnumerable<TableTarget> targets)
    {
        var strict = GateSettings.Of(GatePreset.Strict);
        double least = targets.Select(t => t.MajorityShare ?? 1).Append(strict.MinAccuracy).Min();
        return strict with { MinAccuracy = Math.Floor(least * 100) / 100 };
    }

    private static string? NameOf(TableProfile table, ColumnMapping mapping, ColumnRole role) => mapping[role] is { } column ? table.Columns[column].Name : null;
}
