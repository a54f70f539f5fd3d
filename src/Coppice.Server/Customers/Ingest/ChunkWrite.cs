using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>A chunk on its way to disk, and what it came to.</summary>
internal sealed class ChunkWrite(Intake intake) : PendingWrite
{
    private IngestChunk? _chunk;
    private Action<Session, RecordedFacts>? _conclude;
    private bool _begun;

    public RecordedFacts Facts { get; private set; } = new();

    public override int Bytes => _chunk!.Bytes;

    /// <summary>Takes a chunk to write next.</summary>
    /// <param name="chunk">What is to be written.</param>
    /// <param name="conclude">What belongs to the same transaction, told what the chunk came to.</param>
    public void Prepare(IngestChunk chunk, Action<Session, RecordedFacts>? conclude)
    {
        _chunk = chunk;
        _conclude = conclude;
        _begun = false;
    }

    protected internal override void Write(Session session)
    {
        if (_begun)
            intake.ForgetNumbers();
        _begun = true;
        Facts = new RecordedFacts();
        _chunk!.Write(session, Facts);
        _conclude?.Invoke(session, Facts);
    }
}
