using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Files.Cells;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>Makes the definition for a table of labelled rows from what its columns hold.</summary>
public static class TableDefinition
{
    public static TableDefinitionResult Infer(string workspace, TimeZoneInfo timeZone, TableProfile table, string target)
    {
        string[] names = [.. table.Columns.Select(column => column.Name)];
        if (table.Find(target) is not { } truth)
        {
            string hint = NearestWord.Of(target, names) is { } nearest ? $" (did you mean {nearest}?)" : "";
            return Refused($"there is no column \"{target}\"{hint}; there are {string.Join(", ", names)}");
        }

        if (truth.Rows == truth.Missing)
            return Refused(truth.Rows == 0 ? "it holds a header but no rows" : $"{target} has no value in any of {truth.Rows:N0} rows");
        if (TargetOf(truth, out PredictionKind predicts, out string? positive) is { } problem)
            return Refused(problem);

        InferredColumn[] inputs = [.. table.Columns.Where(column => column != truth)];
        string? customer = CustomerOf(inputs);
        var model = new ModelDefinition
        {
            Name = ModelName(target),
            Predicts = predicts,
            Label = new ColumnLabel(target, positive),
            Features = FeatureGroups.Columns,
            Lag = TimeSpan.Zero,
            Columns = new LabelledColumns(customer, TimeOf(inputs)),
            Exclude = [.. inputs.Where(column => column.Name != customer && column.Type is ColumnType.Identifier or ColumnType.Text).Select(column => column.Name)],
        };
        return new TableDefinitionResult(new WorkspaceDefinition { Name = workspace, TimeZone = timeZone, Models = [model] }, null);
    }

    private static string? TargetOf(InferredColumn truth, out PredictionKind predicts, out string? positive)
    {
        predicts = PredictionKind.Probability;
        positive = null;
        if (truth is { Type: ColumnType.Boolean, Values: { } words })
        {
            string[] affirmed = [.. words.Where(word => BooleanText.TryParse(word.Value, out bool value) && value).Select(word => word.Value)];
            if (affirmed.Length == 1 && words.Count == 2)
            {
                positive = affirmed[0];
                return null;
            }
        }

        if (truth.Values is { Count: 1 } only)
            return $"{truth.Name} is \"{only[0].Value}\" in every row; expected two different values, or numbers";
        if (truth.Values is { Count: 2 } two)
        {
            // Nothing says which one is meant: what is worth predicting is usually the rarer.
            positive = two[0].Rows <= two[1].Rows ? two[0].Value : two[1].Value;
            return null;
        }

        predicts = PredictionKind.Amount;
        string values = truth.Values is { } some ? $"{some.Count} different ones ({string.Join(", ", some.Take(5).Select(value => value.Value))}, ...)" : "many different ones";
        return truth.Type is ColumnType.Number ? null : $"{truth.Name}: expected two different values, or numbers, found {values}";
    }

    private static string? CustomerOf(InferredColumn[] inputs)
    {
        ColumnMapping? mapping = ColumnMapping.Resolve(TableContent.LabelledRows, [.. inputs.Select(column => column.Name)]).Mapping;
        return mapping?[ColumnRole.Customer] is { } named
            ? inputs[named].Name
            : inputs.FirstOrDefault(column => column is { Type: ColumnType.Identifier, Key: RowKey.Unique })?.Name;
    }

    private static string? TimeOf(InferredColumn[] inputs)
    {
        ColumnMapping? mapping = ColumnMapping.Resolve(TableContent.LabelledRows, [.. inputs.Select(column => column.Name)]).Mapping;
        return mapping?[ColumnRole.Time] is { } named && inputs[named].Type is ColumnType.Date ? inputs[named].Name : null;
    }

    private static string ModelName(string target)
    {
        string name = string.Concat(target.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Trim('_');
        return name.Length == 0 ? "target" : name[..Math.Min(name.Length, 60)];
    }

    private static TableDefinitionResult Refused(string problem) => new(null, problem);
}
