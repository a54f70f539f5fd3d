using System.Text;
using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>Answers about every customer of a small file at once, and records each answer with its inputs. Notes in the file are kept first.</summary>
public sealed class PredictFile(Database database, KeepNotes keepNotes, AnswerRows answer, TimeProvider time)
{
    public async Task<FileAnswers> RunAsync(
        UploadedFile file,
        QuestionFile questions,
        IReadOnlyList<ScoringVersion> versions,
        int reasons,
        CancellationToken cancellationToken)
    {
        long? notes = await keepNotes.RunAsync(file, questions, cancellationToken);
        var csv = new CsvAnswers(questions.Delimiter, [.. versions.Select(v => v.Model)], reasons);
        var text = new StringBuilder();
        csv.Header(text, questions.Columns);
        var now = time.GetUtcNow();
        var predictions = new List<PredictionResponse>();
        var rejects = new List<RejectedRow>();
        long setAside = 0;
        long rows = 0;
        foreach (var chunk in questions.Chunks(0, PredictionIds.New(time), cancellationToken))
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
            [.. questions.Rejects.Concat(rejects).OrderBy(r => r.Line)])
        {
            NotesKept = notes,
        };
        return new FileAnswers(response, text.ToString());
    }
}

/// <summary>The answers to a file, as JSON and as the sender's own table.</summary>
public sealed record FileAnswers(PredictFileResponse Response, string Csv);
