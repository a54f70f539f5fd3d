using Coppice.Client;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Records a stream of any length with one JSON object per line (NDJSON).</summary>
public sealed class RecordLines(IngestFlows flows)
{
    private static readonly Dictionary<string, string> NoMapping = [];

    /// <summary>Reads the stream to its end and gives the report once all of it is on disk.</summary>
    /// <exception cref="Files.ImportException">Not one line could be used.</exception>
    public async Task<ImportReport> RunAsync(Intake intake, Stream body, string name, string actor, CancellationToken cancellationToken)
    {
        await using var flow = flows.Begin(intake, name, actor);
        var lines = new LineBuffer(body);
        do
        {
            while (lines.TryTake(out var line))
            {
                Take(flow, lines, line);
                if (flow.IsDue)
                    await flow.PassAsync(cancellationToken);
            }
        }
        while (await lines.FillAsync(cancellationToken));
        if (lines.TryTakeRest(out var rest))
            Take(flow, lines, rest);
        return await flow.FinishAsync(NoMapping, cancellationToken);
    }

    private static void Take(IngestFlow flow, LineBuffer lines, ReadOnlySpan<byte> line)
    {
        var text = ObjectReading.Trim(lines.Number == 1 && line.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line);
        if (text.IsEmpty)
            return;
        flow.Tally.Count();
        flow.Inspection?.Take(text);
        string? fault = lines.IsCut ? $"the line is longer than {LineBuffer.LongestLine:N0} bytes" : ObjectReading.Take(flow.Filling, text, lines.Number);
        if (fault is not null)
            flow.Tally.Reject(lines.Number, fault, text);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];
}
