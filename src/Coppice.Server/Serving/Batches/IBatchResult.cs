namespace Coppice.Server.Serving.Batches;

/// <summary>What a batch of a file leaves on disk while it is answered. It is cut back to what was recorded on resumption.</summary>
internal interface IBatchResult : IDisposable
{
    long CsvBytes { get; }

    long JsonBytes { get; }

    void Begin();

    void Write(ChunkAnswers answers);
}
