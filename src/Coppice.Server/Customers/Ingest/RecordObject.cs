using System.Collections.Concurrent;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Records one JSON object; its sender is told once it is on disk, together with whatever else came in the meantime.</summary>
public sealed class RecordObject(GroupCommit commits, IngestSignal signal, ImportMetrics metrics)
{
    private static readonly string[] Words = [.. Enum.GetNames<IngestKind>().Select(name => name.ToLowerInvariant())];
    private static readonly IntakeOptions Live = new(KnownTimes.OnArrival);

    private readonly ConcurrentQueue<ObjectWrite>[] _rested = [.. Enum.GetValues<IngestKind>().Select(_ => new ConcurrentQueue<ObjectWrite>())];

    /// <summary>Records the object and ends once it is on disk.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="IngestException">It is not such an object.</exception>
    /// <exception cref="BusyException">More is waiting to be written than may wait.</exception>
    public ValueTask<IngestResponse> RunAsync(IIntakes intakes, IntakeOptions options, ReadOnlySpan<byte> text)
    {
        var rested = options == Live ? _rested[(int)intakes.Kind] : null;
        if (rested is null || !rested.TryDequeue(out var write))
            write = new ObjectWrite(intakes.Begin(options));
        write.Restart();
        Take(write.Chunk, text);
        if (!commits.TryQueue(write, CommitWait.Yes))
            throw new BusyException();
        return FinishAsync(intakes.Kind, write, rested);
    }

    private static void Take(IngestChunk chunk, ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, ObjectReading.Options);
        json.Read();
        string? fault;
        try
        {
            fault = chunk.Take(ref json, text, line: 1);
        }
        catch (InvalidOperationException)
        {
            fault = ObjectReading.NoUnicode;
        }

        if (fault is not null)
            throw new IngestException(char.ToUpperInvariant(fault[0]) + fault[1..] + ".");
    }

    private async ValueTask<IngestResponse> FinishAsync(IngestKind kind, ObjectWrite write, ConcurrentQueue<ObjectWrite>? rested)
    {
        await write.WhenCommitted;
        var answer = new IngestResponse(write.Facts.Added, write.Facts.AlreadyKnown);
        string? refused = write.Facts.Refused is [var (_, reason), ..] ? reason : null;
        rested?.Enqueue(write);
        if (refused is not null)
            throw new IngestException(char.ToUpperInvariant(refused[0]) + refused[1..] + ".");
        metrics.Count(Words[(int)kind], answer.Recorded, answer.AlreadyKnown, 0);
        signal.Raise(kind, answer.Recorded);
        return answer;
    }
}
