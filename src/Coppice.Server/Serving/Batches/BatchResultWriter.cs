using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Serving.Refinements;

namespace Coppice.Server.Serving.Batches;

/// <summary>Streams the result of a batch as one <see cref="PredictFileResponse"/>, however large it is.</summary>
internal static class BatchResultWriter
{
    public static Task WriteJsonAsync(Batch batch, string path, Stream body, CancellationToken cancellationToken) => WriteJsonAsync(batch, File.ReadLines(path), body, cancellationToken);

    /// <summary>The same of rows that companions answered first.</summary>
    public static Task WriteJsonAsync(Batch batch, IEnumerable<AnsweredRow> rows, Stream body, CancellationToken cancellationToken) =>
        WriteJsonAsync(batch, rows.SelectMany(row => row.Answers).OfType<PredictionResponse>().Select(answer => JsonSerializer.Serialize(answer, CoppiceJson.Options)), body, cancellationToken);

    private static async Task WriteJsonAsync(Batch batch, IEnumerable<string> answers, Stream body, CancellationToken cancellationToken)
    {
        const string Empty = "\"predictions\":[";
        string frame = JsonSerializer.Serialize(BatchDescription.Frame(batch), CoppiceJson.Options);
        int split = frame.IndexOf(Empty, StringComparison.Ordinal) + Empty.Length;
        await using var writer = new StreamWriter(body, leaveOpen: true);
        await writer.WriteAsync(frame.AsMemory(0, split), cancellationToken);
        string mark = "";
        foreach (string line in answers)
        {
            await writer.WriteAsync(mark);
            await writer.WriteAsync(line.AsMemory(), cancellationToken);
            mark = ",";
        }

        await writer.WriteAsync(frame.AsMemory(split), cancellationToken);
    }
}
