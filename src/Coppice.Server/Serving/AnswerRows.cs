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
    TimeProvider time)
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
            return new ScoredRows(requests, now, [.. versions.Select(version => Score(session, version, inputs.For(version), keys, asOf, reasons))]);
        });
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
        var (model, modelId, loaded) = scored.By;
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
            answers.Add(new Prediction(id, modelId, loaded.Version.Id, numbers[request.Customer], rows.AsOf, arm, scored.Scores[i], scored.Inputs[i])
            {
                Interval = loaded.Calibration.Intervals?.Of(scored.Scores[i], missRate),
            });
        }

        var ids = predictions.Add(session, answers);
        if (arm == Arms.Quick)
            unrefined.Add(session, rows.Batch!.Value, [.. ids.Where(number => number != 0)]);
        metrics.Answered(model.Name, loaded.Number, arm, answers.Count);
        return [.. answers.Select((answer, i) => ids[i] == 0
            ? Earlier(session, answer, rows.Requests[i].Customer, model, scored.Reasons?[i])
            : Respond(answer.PredictionId, rows.Requests[i].Customer, model, loaded.Number, arm, answer.Score, answer.Interval) with { Reasons = scored.Reasons?[i], QuickScore = arm == Arms.Quick ? answer.Score : null, AnsweredAt = arm == Arms.Quick ? UtcMicroseconds.ToTime(rows.AsOf) : null })];
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
