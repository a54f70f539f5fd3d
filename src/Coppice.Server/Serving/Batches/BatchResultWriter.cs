using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Serving.Batches;

/// <summary>Streams the result of a batch as one <see cref="PredictFileResponse"/>, however large it is.</summary>
internal static class BatchResultWriter
{
    public static async Task WriteJsonAsync(Batch batch, string path, Stream body, CancellationToken cancellationToken)
    {
        var whole = new PredictFileResponse(batch.FinishedAt ?? batch.CreatedAt, batch.RowsDone, BatchDescription.AnsweringIn(batch), [], batch.SetAside, BatchDescription.RejectsOf(batch)) { NotesKept = batch.NotesKept };
        const string Empty = "\"predictions\":[";
        string frame = JsonSerializer.Serialize(whole, CoppiceJson.Options);
        int split = frame.IndexOf(Empty, StringComparison.Ordinal) + Empty.Length;
        await using var writer = new StreamWriter(body, leaveOpen: true);
        await writer.WriteAsync(frame.AsMemory(0, split), cancellationToken);
        using var lines = new StreamReader(path);
        string mark = "";
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            await writer.WriteAsync(mark);
            await writer.WriteAsync(line.AsMemory(), cancellationToken);
            mark = ",";
        }

        await writer.WriteAsync(frame.AsMemory(split), cancellationToken);
    }
}
