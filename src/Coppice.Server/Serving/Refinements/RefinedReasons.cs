using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Serving.Batches;

namespace Coppice.Server.Serving.Refinements;

/// <summary>
/// The reasons of a batch's refined answers, a line each. Explaining is the slowest part of a slow version, so it is done once, behind the
/// answers, and not by whoever asks for the result.
/// </summary>
internal sealed class RefinedReasons(BatchFiles files, Batch batch) : IDisposable
{
    private readonly FileStream _file = BatchFiles.Continue(files.Reasons(batch.Id), batch.CsvBytes);

    public long Bytes => _file.Position;

    public void Write(IEnumerable<ReasonedAnswer> answers)
    {
        foreach (var answer in answers)
        {
            JsonSerializer.Serialize(_file, answer, CoppiceJson.Options);
            _file.WriteByte((byte)'\n');
        }

        _file.Flush(flushToDisk: true);
    }

    /// <summary>Those of recorded refinements, in the order of these.</summary>
    public static IEnumerable<ReasonedAnswer> Read(BatchFiles files, Batch batch)
    {
        if (batch.CsvBytes == 0)
            yield break;
        using var lines = new StreamReader(new FileStream(files.Reasons(batch.Id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        for (long read = 0; read < batch.CsvBytes && lines.ReadLine() is { } line; read += Encoding.UTF8.GetByteCount(line) + 1)
            yield return JsonSerializer.Deserialize<ReasonedAnswer>(line, CoppiceJson.Options)!;
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>An answer and what moved it.</summary>
internal sealed record ReasonedAnswer(string PredictionId, IReadOnlyList<PredictionReason> Reasons);
