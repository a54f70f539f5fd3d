using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Records a JSON list of objects that is in memory.</summary>
public sealed class RecordList(IngestFlows flows)
{
    private static readonly Dictionary<string, string> NoMapping = [];

    /// <summary>Records the list and gives the report once all of it is on disk.</summary>
    /// <exception cref="JsonException">The list is no JSON; nothing of it is kept.</exception>
    /// <exception cref="Files.ImportException">Not one of its objects could be used.</exception>
    public async Task<ImportReport> RunAsync(Intake intake, ReadOnlyMemory<byte> list, string name, string actor, CancellationToken cancellationToken)
    {
        await using var flow = flows.Begin(intake, name, actor);
        int[] starts = StartsOf(list.Span);
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            Take(flow, list.Span[starts[i]..starts[i + 1]], i + 1);
            if (flow.IsDue)
                await flow.PassAsync(cancellationToken);
        }

        return await flow.FinishAsync(NoMapping, cancellationToken);
    }

    private static void Take(IngestFlow flow, ReadOnlySpan<byte> element, int number)
    {
        var text = ObjectReading.Trim(element);
        // What lies between two elements' beginnings ends with a comma, or with the list's bracket.
        text = ObjectReading.Trim(text[..^1]);
        flow.Tally.Count();
        flow.Inspection?.Take(text);
        if (ObjectReading.Take(flow.Filling, text, number) is { } fault)
            flow.Tally.Reject(number, fault, text);
    }

    /// <summary>Where each element begins, and where the list ends: read whole before anything is kept.</summary>
    private static int[] StartsOf(ReadOnlySpan<byte> list)
    {
        var json = new Utf8JsonReader(list, ObjectReading.Options);
        var starts = new List<int>();
        json.Read();
        while (json.Read())
        {
            if (json.CurrentDepth == 1 && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                starts.Add((int)json.TokenStartIndex);
        }

        starts.Add(list.Length);
        return [.. starts];
    }
}
