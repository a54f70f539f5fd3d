namespace Coppice.Server.Customers.Ingest;

/// <summary>Begins sendings of events.</summary>
public sealed class EventIntakes(EventStore events, TimeProvider time) : IIntakes
{
    public IngestKind Kind => IngestKind.Events;

    public Intake Begin(IntakeOptions options) => new EventIntake(events, options, time);
}
