using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Refinements;

/// <summary>The rows of a batch with their answers as they are recorded now: those of companions, or what has taken their place.</summary>
public sealed class CurrentAnswers(Database database, BatchFiles files, PredictionHistoryStore history, ModelCatalog catalog)
{
    private const int RowsTogether = AnswerRows.ChunkRows;

    internal AnsweredTable Table(Batch batch) => JsonSerializer.Deserialize<AnsweredTable>(File.ReadLines(files.Rows(batch.Id)).First(), CoppiceJson.Options)!;

    /// <summary>What was said at once, whatever has taken its place.</summary>
    internal IEnumerable<AnsweredRow> First(Batch batch) => File.ReadLines(files.Rows(batch.Id)).Skip(1).Select(line => JsonSerializer.Deserialize<AnsweredRow>(line, CoppiceJson.Options)!);

    internal IEnumerable<AnsweredRow> Now(Batch batch)
    {
        using var reasons = RefinedReasons.Read(files, batch).GetEnumerator();
        var why = new Dictionary<string, IReadOnlyList<PredictionReason>>();
        foreach (AnsweredRow[] rows in First(batch).Chunk(RowsTogether))
        {
            string[] ids = [.. rows.SelectMany(r => r.Answers).OfType<PredictionResponse>().Where(a => a.QuickScore is not null).Select(a => a.PredictionId).Distinct()];
            var now = database.Read(session => history.FindMany(session, ids)).ToDictionary(a => a.PredictionId);
            // They lie in the order of the rows, or nearly: what is read too early waits for its row. Kept after it, because rows of one customer share an answer.
            while (now.Values.Any(a => a.RefinedAt is not null && !why.ContainsKey(a.PredictionId)) && reasons.MoveNext())
                why[reasons.Current.PredictionId] = reasons.Current.Reasons;
            foreach (var row in rows)
                yield return row with { Answers = [.. row.Answers.Select(answer => Update(answer, now, why))] };
        }
    }

    /// <summary>An answer that is gone with its customer is null.</summary>
    private PredictionResponse? Update(PredictionResponse? given, Dictionary<string, RecordedAnswer> now, Dictionary<string, IReadOnlyList<PredictionReason>> why)
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
            Decision = catalog.Require(given.Model).Definition.Costs?.Decide(current.Score),
            Low = interval?.Low,
            High = interval?.Top,
            Interval = interval is null ? null : AmountInterval.Share,
            RefinedAt = UtcMicroseconds.ToTime(refined),
            Reasons = why.GetValueOrDefault(given.PredictionId),
        };
    }
}
