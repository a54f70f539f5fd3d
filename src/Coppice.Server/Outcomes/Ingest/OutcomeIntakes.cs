using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>
/// Begins sendings of outcomes. In a table every filled column that is no customer, prediction, time or id is an outcome of that name; in a
/// table of notes only what is called one, or is predicted by a model, and it came after the note of its row.
/// </summary>
public sealed class OutcomeIntakes(DefinitionInForce workspace, OutcomeStore outcomes, TimeProvider time) : IIntakes
{
    private static readonly ColumnRole[] NoOutcomes = [ColumnRole.Customer, ColumnRole.PredictionId, ColumnRole.Time, ColumnRole.Id, ColumnRole.KnownTime];

    public IngestKind Kind => IngestKind.Outcomes;

    public Intake Begin(IntakeOptions options) =>
        new OutcomeIntake([.. workspace.Models.Select(m => m.Label).OfType<ColumnLabel>().Select(l => l.Column)], outcomes, options, time);

    private sealed class OutcomeIntake(IReadOnlyList<string> predicted, OutcomeStore outcomes, IntakeOptions options, TimeProvider time)
        : Intake(IngestKind.Outcomes, TableContent.Outcomes, options, time)
    {
        private (int Column, string Name)[] _named = [];
        private long _delay;

        public override void Begin(TableImport table)
        {
            var taken = NoOutcomes.Select(role => table.Mapping[role]).OfType<int>().ToHashSet();
            bool hasNotes = table.Profile.Columns.Any(c => c.Type == ColumnType.Text);
            _named = [.. Enumerable.Range(0, table.Profile.Columns.Count)
                .Select(c => (c, table.Profile.Columns[c].Name))
                .Where(c => !taken.Contains(c.c) && (!hasNotes || !table.Mapping.IsProperty(c.c) || predicted.Contains(c.Name)))];
            // Inputs are what was known before a truth, and the note is to be among them.
            _delay = hasNotes ? 1 : 0;
            if (_named.Length == 0)
                throw new ImportException($"{table.File}: expected a column with an outcome beside customer and time; there is none.");
        }

        public override string? UseOf(string column) => _named.Any(named => named.Name == column) ? "outcome" : null;

        public override IngestChunk NewChunk() => new OutcomeChunk(this, outcomes, _named, _delay);
    }
}
