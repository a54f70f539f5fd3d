using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Refinements;

/// <summary>The rows of a batch with their answers as they are recorded now: those of companions, or what has taken their place.</summary>
public sealed class CurrentAnswers(Database database, BatchFiles files, PredictionHistoryStore history, RecordedReasons reasons)
{
    private const int RowsTogether = 500;

    internal AnsweredTable Table(Batch batch) => JsonSerializer.Deserialize<AnsweredTable>(File.ReadLines(files.Rows(batch.Id)).First(), CoppiceJson.Options)!;

    /// <summary>What was said at once, whatever has taken its place.</summary>
    internal IEnumerable<AnsweredRow> First(Batch batch) => File.ReadLines(files.Rows(batch.Id)).Skip(1).Select(line => JsonSerializer.Deserialize<AnsweredRow>(line, CoppiceJson.Options)!);

    internal IEnumerable<AnsweredRow> Now(Batch batch) => First(batch).Chunk(RowsTogether).SelectMany(rows => Update(rows, batch.Reasons));

    private AnsweredRow[] Update(AnsweredRow[] rows, int most) => database.Read(session =>
    {
        string[] ids = [.. rows.SelectMany(r => r.Answers).OfType<PredictionResponse>().Where(a => a.QuickScore is not null).Select(a => a.PredictionId).Distinct()];
        var now = history.FindMany(session, ids).ToDictionary(a => a.PredictionId);
        var why = most == 0 ? [] : Explain(session, [.. now.Values.Where(a => a.RefinedAt is not null)], most);
        return Array.ConvertAll(rows, row => row with { Answers = [.. row.Answers.Select(answer => Update(answer, now, why))] });
    });

    private Dictionary<string, IReadOnlyList<PredictionReason>> Explain(Session session, IReadOnlyList<RecordedAnswer> refined, int most)
    {
        var why = new Dictionary<string, IReadOnlyList<PredictionReason>>();
        foreach (RecordedAnswer[] answers in refined.GroupBy(a => a.VersionId).Select(g => g.ToArray()))
        {
            var explained = reasons.Of(session, answers, most);
            for (int i = 0; i < explained?.Length; i++)
                why[answers[i].PredictionId] = explained[i];
        }

        return why;
    }

    /// <summary>An answer that is gone with its customer is null.</summary>
    private static PredictionResponse? Update(PredictionResponse? given, Dictionary<string, RecordedAnswer> now, Dictionary<string, IReadOnlyList<PredictionReason>> why)
    {
        if (given?.QuickScore is null)
            return given;
        if (!now.TryGetValue(given.PredictionId, out var current))
            return null;
        if (current.RefinedAt is not { } refined)
            return given;
        var interval = AmountInterval.Of(current.Low, current.High);
        return given with
        {
            Arm = current.Arm,
            Score = current.Score,
            Low = interval?.Low,
            High = interval?.Top,
            Interval = interval is null ? null : AmountInterval.Share,
            RefinedAt = UtcMicroseconds.ToTime(refined),
            Reasons = why.GetValueOrDefault(given.PredictionId),
        };
    }
}
