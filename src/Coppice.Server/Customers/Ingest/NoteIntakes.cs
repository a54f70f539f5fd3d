using Coppice.Server.Files.Columns;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Begins sendings of notes.</summary>
public sealed class NoteIntakes(NoteStore notes, TimeProvider time) : IIntakes
{
    public IngestKind Kind => IngestKind.Notes;

    public Intake Begin(IntakeOptions options) => new NoteIntake(notes, TableContent.Notes, options, time);

    /// <summary>Begins a sending of notes that come as a question about their customers.</summary>
    public Intake BeginQuestion() => new NoteIntake(notes, TableContent.NewNotes, new IntakeOptions(KnownTimes.AsHappened), time);

    private sealed class NoteIntake(NoteStore notes, TableContent content, IntakeOptions options, TimeProvider time)
        : Intake(IngestKind.Notes, content, options, time)
    {
        public override IngestChunk NewChunk() => new NoteChunk(this, notes);
    }
}
