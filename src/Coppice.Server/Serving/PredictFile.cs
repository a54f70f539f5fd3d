using System.Text;
using Coppice.Client;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>Answers about every customer of a small file at once, and records each answer with its inputs.</summary>
public sealed class PredictFile(Database database, AnswerRows answer, TimeProvider time)
{
    public Task<FileAnswers> RunAsync(QuestionFile questions, IReadOnlyList<ScoringVersion> versions, int reasons, CancellationToken cancellationToken)
    {
        var csv = new CsvAnswers(questions.Delimiter, [.. versions.Select(v => v.Model)], reasons);
        var text = new StringBuilder();
        csv.Header(text, questions.Columns);
        var now = time.GetUtcNow();
        var predictions = new List<PredictionResponse>();
        var rejects = new List<RejectedRow>();
        long setAside = 0;
        long rows = 0;
        foreach (var chunk in questions.Chunks(0, cancellationToken))
        {
            var scored = answer.Score([.. chunk.Rows.Select(r => r.Request)], versions, reasons);
            var answers = new ChunkAnswers(chunk, database.Write(session => answer.Record(session, scored)));
            predictions.AddRange(answers.Given);
            rejects.AddRange(answers.Refused);
            answers.Write(csv, text);
            rows = chunk.RowsDone;
            setAside = chunk.SetAside;
        }

        var response = new PredictFileResponse(
            now,
            rows,
            [.. versions.Select(v => new AnsweringVersion(v.Model.Name, v.Loaded.Number, reasons == 0 ? null : v.Loaded.Unit))],
            predictions,
            setAside + rejects.Count,
            [.. questions.Rejects.Concat(rejects).OrderBy(r => r.Line)]);
        return Task.FromResult(new FileAnswers(response, text.ToString()));
    }
}

/// <summary>The answers to a file, as JSON and as the sender's own table.</summary>
public sealed record FileAnswers(PredictFileResponse Response, string Csv);
