using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>Begins sendings of labelled rows: inputs and outcome in one.</summary>
public sealed class ExampleIntakes(DefinitionInForce workspace, ExampleStore examples, TimeProvider time) : IIntakes
{
    public IngestKind Kind => IngestKind.Examples;

    public Intake Begin(IntakeOptions options) => new ExampleIntake(workspace, examples, options, time);
}
