using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Serving.Batches;

namespace Coppice.Server.Serving.Refinements;

/// <summary>
/// The rows of a batch that companions answer, with what they said, a line of JSON each. Results are made of it and of what is recorded
/// when they are asked for, so that nothing is written again as scores are replaced.
/// </summary>
internal sealed class AnsweredRows(BatchFiles files, Batch batch, QuestionFile questions) : IBatchResult
{
    private readonly FileStream _file = BatchFiles.Continue(files.Rows(batch.Id), batch.JsonBytes);

    public long CsvBytes => 0;

    public long JsonBytes => _file.Position;

    public void Begin()
    {
        WriteLine(new AnsweredTable(questions.Columns, questions.Delimiter));
        _file.Flush(flushToDisk: true);
    }

    public void Write(ChunkAnswers answers)
    {
        foreach (var row in answers.Rows)
            WriteLine(row);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private void WriteLine<T>(T line)
    {
        JsonSerializer.Serialize(_file, line, CoppiceJson.Options);
        _file.WriteByte((byte)'\n');
    }
}
