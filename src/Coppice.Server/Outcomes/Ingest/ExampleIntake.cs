using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Http;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>A sending of labelled rows.</summary>
internal sealed class ExampleIntake : Intake
{
    private readonly IReadOnlyList<ModelDefinition> _models;
    private readonly ExampleStore _examples;

    public ExampleIntake(DefinitionInForce workspace, ExampleStore examples, IntakeOptions options, TimeProvider time)
        : base(IngestKind.Examples, TableContent.LabelledRows, options, time)
    {
        _examples = examples;
        _models = options.Model is null ? workspace.Models : [.. workspace.Models.Where(m => m.Name == options.Model)];
        if (_models.Count == 0 && options.Model is not null)
        {
            string known = string.Join(", ", workspace.Models.Select(m => m.Name));
            throw new RequestException(RequestCodes.UnknownModel, $"There is no model \"{options.Model}\"; there are {known}.", RefusalKind.NotFound);
        }

        Targets = [.. _models.Select(m => m.Label).OfType<ColumnLabel>().Select(l => l.Column).Distinct()];
    }

    /// <summary>The columns that models learn from.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>Whether the rows of a table say themselves when they hold.</summary>
    public RowDate Dated { get; private set; }

    /// <summary>Tells equal rows of this sending apart.</summary>
    public Identity Places { get; } = new();

    /// <summary>Names rows without a customer by their place among equal ones.</summary>
    public Identity Names { get; } = new();

    public int[] TargetColumns { get; private set; } = [];

    public override string? Mapping(string? given)
    {
        var named = _models.Select(m => m.Columns).FirstOrDefault(c => c.Customer is not null || c.Time is not null);
        string[] parts = [.. new[] { ("customer", named?.Customer), ("time", named?.Time) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}")];
        return given ?? (parts.Length == 0 ? null : string.Join(',', parts));
    }

    /// <summary>A file without any column that models learn from teaches nothing.</summary>
    public override void Begin(TableImport table)
    {
        if (Targets.Count > 0 && Targets.All(t => table.Profile.Find(t) is null))
        {
            string header = string.Join(", ", table.Profile.Columns.Take(30).Select(c => c.Name));
            throw new ImportException($"{table.File}: expected the column {string.Join(" or ", Targets)} that coppice.yaml predicts; there are {header}.");
        }

        TargetColumns = [.. Enumerable.Range(0, table.Profile.Columns.Count).Where(c => Targets.Contains(table.Profile.Columns[c].Name))];
        Dated = table.Mapping[ColumnRole.Time] is { } column && table.Profile.Columns[column].Type == ColumnType.Date ? RowDate.Given : RowDate.OfUpload;
    }

    public override string UseOf(string column) => Targets.Contains(column) ? "target" : "input";

    public override void Restart()
    {
        base.Restart();
        Places.Clear();
        Names.Clear();
    }

    public override IngestChunk NewChunk() => new ExampleChunk(this, _examples);
}
