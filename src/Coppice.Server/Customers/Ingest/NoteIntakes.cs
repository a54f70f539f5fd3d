using Coppice.Server.Files.Columns;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Begins sendings of notes.</summary>
public sealed class NoteIntakes(NoteStore notes, TimeProvider time) : IIntakes
{
    public IngestKind Kind => IngestKind.Notes;

    public Intake Begin(IntakeOptions options) => new NoteIntake(notes, options, time);

    private sealed class NoteIntake(NoteStore notes, IntakeOptions options, TimeProvider time)
        : Intake(IngestKind.Notes, TableContent.Notes, options, time)
    {
        public override IngestChunk NewChunk() => new NoteChunk(this, notes);
    }
}
