namespace Coppice.Server.Customers.Ingest;

/// <summary>Begins the sendings of one kind of data.</summary>
public interface IIntakes
{
    IngestKind Kind { get; }

    Intake Begin(IntakeOptions options);
}
