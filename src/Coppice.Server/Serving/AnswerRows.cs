using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>
/// Answers about many customers at a time. Scores come from a snapshot of the database, before it is held for writing, so that
/// single predictions beside a large batch wait for its inserts only.
/// </summary>
public sealed class AnswerRows(
    Database database,
    CustomerStore customers,
    KnownInputs known,
    MissRates missRates,
    PredictionStore predictions,
    PredictionHistoryStore history,
    UnrefinedStore unrefined,
    VersionStore versions,
    ExplainRows explain,
    PredictionMetrics metrics,
    TimeProvider time,
    ILogger<AnswerRows> logger)
{
    /// <summary>Rows of one transaction.</summary>
    public const int ChunkRows = 1_000;

    /// <summary>Scores without recording, each with so many reasons.</summary>
    public ScoredRows Score(IReadOnlyList<PredictionRequest> requests, IReadOnlyList<ScoringVersion> versions, int reasons = 0)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        return database.Read(session =>
        {
            var keys = known.Keys(session, requests.Select(r => r.Customer), now);
            var inputs = new SharedInputs(known, session, requests, keys);
            long[] asOf = [.. keys.Select(k => k.AsOf)];
            return new ScoredRows(requests, now, [.. versions.Select(version => ByTwo(version, requests, by => Score(session, by, inputs.For(by), keys, asOf, reasons)))]);
        });
    }

    /// <summary>Scores by the champion, and for the customers of a version that takes over by that one; where it fails, the champion's answer stands.</summary>
    private VersionScores ByTwo(ScoringVersion version, IReadOnlyList<PredictionRequest> requests, Func<ScoringVersion, VersionScores> score)
    {
        var scored = score(version);
        if (version.Ramp is not { } ramp)
            return scored;
        int[] taken = [.. Enumerable.Range(0, requests.Count).Where(row => ramp.Takes(requests[row].Customer))];
        if (taken.Length == 0)
            return scored;
        VersionScores challenger;
        try
        {
            challenger = score(ramp.Scoring);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            ramp.Meter.CountFailed(taken.Length);
            Splits.Log.ChallengerFailed(logger, e, version.Model.Name, ramp.Scoring.Loaded.Number);
            return scored;
        }

        ramp.Meter.CountAnswered(taken.Length);
        var rows = new HashSet<int>();
        foreach (int row in taken)
        {
            if (!double.IsFinite(challenger.Scores[row]))
            {
                ramp.Meter.CountUnusable();
                continue;
            }

            rows.Add(row);
            scored.Scores[row] = challenger.Scores[row];
            if (scored.Reasons is { } reasons)
                reasons[row] = challenger.Reasons![row];
        }

        // Inputs may be shared by both, so they are not changed in their place.
        string[] inputs = [.. scored.Inputs.Select((own, row) => rows.Contains(row) ? challenger.Inputs[row] : own)];
        return scored with { Inputs = inputs, Taken = rows };
    }

    private VersionScores Score(Session session, ScoringVersion version, ReadInputs inputs, IReadOnlyList<ExampleKey> keys, long[] asOf, int reasons)
    {
        if (reasons == 0)
            return new VersionScores(version, version.Loaded.Score(inputs.Table, asOf), inputs.Json, null);
        // Reasons are about features, so all of them are kept, and the scores come from the same.
        var features = version.Loaded.Pipeline.Transform(inputs.Table, asOf);
        return new VersionScores(version, version.Loaded.Score(features), inputs.Json, explain.Of(session, version.Loaded, inputs.Table, features, keys, reasons));
    }

    /// <summary>
    /// Records what was scored. The same question sent again, known by its id, is answered as it was; an id that another customer's
    /// or model's answer has is null.
    /// </summary>
    public IReadOnlyList<PredictionResponse?[]> Record(Session session, ScoredRows rows)
    {
        var numbers = customers.Number(session);
        numbers.Learn(rows.Requests.Select(r => r.Customer));
        return [.. rows.Versions.Select(scored => Record(session, rows, scored, numbers))];
    }

    private PredictionResponse?[] Record(Session session, ScoredRows rows, VersionScores scored, CustomerNumbers numbers)
    {
        var (model, modelId, _) = scored.By;
        string arm = scored.By.Arm;
        var answers = new List<Prediction>(rows.Requests.Count);
        double missRate = missRates.Of(session, modelId);
        for (int i = 0; i < rows.Requests.Count; i++)
        {
            var request = rows.Requests[i];
            // One row may be answered by several models, and an id names one answer.
            string id = request.PredictionId switch
            {
                null => PredictionIds.New(time),
                { } given when rows.Versions.Count == 1 => given,
                { } given => $"{given}:{model.Name}",
            };
            var by = scored.ByOf(i);
            answers.Add(new Prediction(id, modelId, by.Loaded.Version.Id, numbers[request.Customer], rows.AsOf, by.Arm, scored.Scores[i], scored.Inputs[i])
            {
                Interval = by.Loaded.Calibration.Intervals?.Of(scored.Scores[i], missRate),
            });
        }

        var ids = predictions.Add(session, answers);
        if (arm == Arms.Quick)
            unrefined.Add(session, rows.Batch!.Value, [.. ids.Where(number => number != 0)]);
        metrics.Answered(model.Name, scored.By.Loaded.Number, arm, answers.Count - scored.Taken.Count);
        if (scored.Taken.Count > 0)
            metrics.Answered(model.Name, scored.By.Ramp!.Scoring.Loaded.Number, Arms.Challenger, scored.Taken.Count);
        return [.. answers.Select((answer, i) => ids[i] == 0
            ? Earlier(session, answer, rows.Requests[i].Customer, model, scored.Reasons?[i])
            : Respond(answer.PredictionId, rows.Requests[i].Customer, model, scored.ByOf(i).Loaded.Number, answer.Arm, answer.Score, answer.Interval) with { Reasons = scored.Reasons?[i], QuickScore = arm == Arms.Quick ? answer.Score : null, AnsweredAt = arm == Arms.Quick ? UtcMicroseconds.ToTime(rows.AsOf) : null })];
    }

    private PredictionResponse? Earlier(Session session, Prediction answer, string customer, ModelDefinition model, IReadOnlyList<PredictionReason>? reasons)
    {
        var earlier = history.Find(session, answer.PredictionId)!;
        return earlier.ModelId == answer.ModelId && earlier.CustomerId == answer.CustomerId
            ? Respond(
                earlier.PredictionId,
                customer,
                model,
                versions.Find(session, earlier.VersionId)!.Number.ToString(),
                earlier.Arm,
                earlier.Score,
                AmountInterval.Of(earlier.Low, earlier.High)) with
            {
                QuickScore = earlier.Quick,
                AnsweredAt = earlier.Quick is null ? null : UtcMicroseconds.ToTime(earlier.AsOf),
                RefinedAt = earlier.RefinedAt is { } refined ? UtcMicroseconds.ToTime(refined) : null,
                // The same answer has the same reasons; another one would need its own.
                Reasons = earlier.VersionId == answer.VersionId && earlier.Score == answer.Score ? reasons : null,
            }
            : null;
    }

    private static PredictionResponse Respond(string id, string customer, ModelDefinition model, string version, string arm, double score, AmountInterval? interval) =>
        new(id, customer, model.Name, version, arm, score)
        {
            Decision = model.Costs?.Decide(score),
            Low = interval?.Low,
            High = interval?.Top,
            Interval = interval is null ? null : AmountInterval.Share,
        };
}
