using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

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

        var found = TableTarget.Of(truth);
        if (found.Problem is { } problem)
            return Refused(problem);

        InferredColumn[] inputs = [.. table.Columns.Where(column => column != truth)];
        string? customer = CustomerOf(inputs);
        var model = new ModelDefinition
        {
            Name = ModelName(target),
            Predicts = found.Predicts,
            Label = new ColumnLabel(target, found.Positive),
            Features = FeatureGroups.Columns,
            Lag = TimeSpan.Zero,
            Columns = new LabelledColumns(customer, TimeOf(inputs)),
            Exclude = [.. inputs.Where(column => column.Name != customer && column.Type is ColumnType.Identifier or ColumnType.Text).Select(column => column.Name)],
        };
        return new TableDefinitionResult(new WorkspaceDefinition { Name = workspace, TimeZone = timeZone, Models = [model] }, null) { Brings = TableBrings.LabelledRows };
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
