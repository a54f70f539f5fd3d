using System.Text.Json;
using Coppice.Server.Files;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Rows that are read together and written in one transaction.</summary>
public abstract class IngestChunk
{
    public abstract int Count { get; }

    /// <summary>Memory in use, roughly.</summary>
    public abstract int Bytes { get; }

    /// <summary>Takes a row of a table. A row with a fault is not taken; its <see cref="ImportRow.Fault"/> says why.</summary>
    public abstract void Take(ImportRow row);

    /// <summary>Takes the object whose brace the reader stands on, and goes to its end; what is wrong with it, or null. A faulty object is not taken.</summary>
    public abstract string? Take(ref Utf8JsonReader json, ReadOnlySpan<byte> source, long line);

    /// <summary>Writes what was taken. May be called again after its transaction was undone.</summary>
    public abstract void Write(Session session, RecordedFacts facts);

    public abstract void Clear();
}
