using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>Begins sendings of outcomes. In a table every filled column that is no customer, prediction, time or id is an outcome of that name.</summary>
public sealed class OutcomeIntakes(OutcomeStore outcomes, TimeProvider time) : IIntakes
{
    private static readonly ColumnRole[] NoOutcomes = [ColumnRole.Customer, ColumnRole.PredictionId, ColumnRole.Time, ColumnRole.Id, ColumnRole.KnownTime];

    public IngestKind Kind => IngestKind.Outcomes;

    public Intake Begin(IntakeOptions options) => new OutcomeIntake(outcomes, options, time);

    private sealed class OutcomeIntake(OutcomeStore outcomes, IntakeOptions options, TimeProvider time)
        : Intake(IngestKind.Outcomes, TableContent.Outcomes, options, time)
    {
        private (int Column, string Name)[] _named = [];

        public override void Begin(TableImport table)
        {
            var taken = NoOutcomes.Select(role => table.Mapping[role]).OfType<int>().ToHashSet();
            _named = [.. Enumerable.Range(0, table.Profile.Columns.Count).Where(c => !taken.Contains(c)).Select(c => (c, table.Profile.Columns[c].Name))];
            if (_named.Length == 0)
                throw new ImportException($"{table.File}: expected a column with an outcome beside customer and time; there is none.");
        }

        public override IngestChunk NewChunk() => new OutcomeChunk(this, outcomes, _named);
    }
}
