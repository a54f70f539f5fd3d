using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>One object on its way to disk; used again for the next.</summary>
internal sealed class ObjectWrite(Intake intake) : PendingWrite
{
    private bool _begun;

    public IngestChunk Chunk { get; } = intake.NewChunk();

    public RecordedFacts Facts { get; private set; } = new();

    public override int Bytes => Chunk.Bytes;

    public void Restart()
    {
        intake.Restart();
        Chunk.Clear();
        _begun = false;
    }

    protected internal override void Write(Session session)
    {
        if (_begun)
            intake.ForgetNumbers();
        _begun = true;
        Facts = new RecordedFacts();
        Chunk.Write(session, Facts);
    }
}
