using System.Text;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Batches;

/// <summary>The two result files of a batch while they grow: its answers are final.</summary>
internal sealed class BatchResults : IBatchResult
{
    private readonly FileStream _csvFile;
    private readonly FileStream _jsonFile;
    private readonly CsvAnswers _csv;
    private readonly IReadOnlyList<string> _columns;
    private readonly StringBuilder _text = new();

    public BatchResults(BatchFiles files, Batch batch, QuestionFile questions, IReadOnlyList<ModelDefinition> models)
    {
        _csvFile = BatchFiles.Continue(files.Csv(batch.Id), batch.CsvBytes);
        _jsonFile = BatchFiles.Continue(files.Json(batch.Id), batch.JsonBytes);
        _csv = new CsvAnswers(questions.Delimiter, models, batch.Reasons);
        _columns = questions.Columns;
    }

    public long CsvBytes => _csvFile.Position;

    public long JsonBytes => _jsonFile.Position;

    public void Begin()
    {
        _text.Clear();
        _csv.Header(_text, _columns);
        Flush(_csvFile);
    }

    public void Write(ChunkAnswers answers)
    {
        _text.Clear();
        answers.Write(_csv, _text);
        Flush(_csvFile);
        _text.Clear();
        answers.WriteLines(_text);
        Flush(_jsonFile);
    }

    public void Dispose()
    {
        _csvFile.Dispose();
        _jsonFile.Dispose();
    }

    private void Flush(FileStream file)
    {
        file.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        file.Flush(flushToDisk: true);
    }
}
