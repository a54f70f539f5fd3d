using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Serving.Refinements;

namespace Coppice.Server.Serving.Batches;

/// <summary>What became of the rows of a chunk.</summary>
/// <param name="chunk">The rows.</param>
/// <param name="byVersion">For each version its answers, one per row; null where the row's prediction id was taken.</param>
public sealed class ChunkAnswers(BatchChunk chunk, IReadOnlyList<PredictionResponse?[]> byVersion)
{
    /// <summary>Row by row, and within a row in the order of the versions.</summary>
    public IEnumerable<PredictionResponse> Given => Enumerable.Range(0, chunk.Rows.Count).SelectMany(Of).OfType<PredictionResponse>();

    /// <summary>Rows whose prediction id an earlier answer has.</summary>
    public IEnumerable<RejectedRow> Refused => Enumerable.Range(0, chunk.Rows.Count)
        .Where(i => Of(i).Contains(null))
        .Select(i => chunk.Rows[i])
        .Select(row => new RejectedRow(row.Line, $"the prediction id \"{row.Request.PredictionId}\" is taken by an earlier answer", string.Join(',', row.Cells)));

    public void Write(CsvAnswers csv, StringBuilder text)
    {
        for (int i = 0; i < chunk.Rows.Count; i++)
            csv.Row(text, chunk.Rows[i].Cells, Of(i));
    }

    public void WriteLines(StringBuilder text)
    {
        foreach (var answer in Given)
            text.Append(JsonSerializer.Serialize(answer, CoppiceJson.Options)).Append('\n');
    }

    /// <summary>The sender's cells and the answers, row by row.</summary>
    internal IEnumerable<AnsweredRow> Rows => chunk.Rows.Select((row, i) => new AnsweredRow(row.Cells, [.. Of(i)]));

    private IEnumerable<PredictionResponse?> Of(int row) => byVersion.Select(answers => answers[row]);
}
