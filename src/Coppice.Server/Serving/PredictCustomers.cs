using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Answers about customers as of now and records every answer with its inputs; acknowledged means on disk.</summary>
public sealed class PredictCustomers(
    Database database,
    ModelStore models,
    CustomerStore customers,
    InputReader inputs,
    ChampionBoard champions,
    PredictionStore predictions,
    LabelStore labels,
    PredictionMetrics metrics,
    TimeProvider time)
{
    public Task<IReadOnlyList<PredictionResponse>> RunAsync(ModelDefinition model, IReadOnlyList<PredictionRequest> requests, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (requests.Where(r => r.PredictionId is not null).GroupBy(r => r.PredictionId).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ServingException(ServingCodes.DuplicateId, $"The prediction id {twice.Key} is given {twice.Count()} times; an id names one answer.");
        var answers = database.Write(session => Answer(session, model, requests));
        if (answers.Length > 0)
            metrics.Answered(model.Name, answers[0].Version, Arms.Champion, answers.Length);
        return Task.FromResult<IReadOnlyList<PredictionResponse>>(answers);
    }

    private PredictionResponse[] Answer(Session session, ModelDefinition model, IReadOnlyList<PredictionRequest> requests)
    {
        long modelId = models.Number(session, model.Name);
        var champion = champions.Find(modelId)
            ?? throw new ServingException(ServingCodes.NoChampion, $"{model.Name} has no champion yet: coppice retrain {model.Name} trains the first one.");
        long now = time.GetUtcNow().ToMicroseconds();
        using var numbers = customers.Number(session);
        var keys = requests.Select(r => new ExampleKey(numbers[r.Customer], now)).ToList();
        var table = inputs.Read(session, model.Features, champion.Pipeline.Behaviour, keys);
        for (int i = 0; i < requests.Count; i++)
        {
            if (requests[i].Inputs is { } given)
                table.SetFromJson(i, given);
        }

        double[] scores = champion.Score(table, [.. keys.Select(k => k.AsOf)]);
        return Record(session, model, modelId, champion, requests, keys, table, scores);
    }

    private PredictionResponse[] Record(
        Session session,
        ModelDefinition model,
        long modelId,
        LoadedVersion champion,
        IReadOnlyList<PredictionRequest> requests,
        List<ExampleKey> keys,
        InputTable table,
        double[] scores)
    {
        var answers = new List<Prediction>(requests.Count);
        for (int i = 0; i < requests.Count; i++)
        {
            string id = requests[i].PredictionId ?? PredictionIds.New(time);
            answers.Add(new Prediction(id, modelId, champion.Version.Id, keys[i].CustomerId, keys[i].AsOf, Arms.Champion, scores[i], table.ToJson(i)));
        }

        var ids = predictions.Add(session, answers);
        using var writer = labels.Write(session);
        var responses = new PredictionResponse[answers.Count];
        for (int i = 0; i < responses.Length; i++)
        {
            var answer = answers[i];
            if (ids[i] < 0)
                throw new ServingException(ServingCodes.DuplicateId, $"The prediction id {answer.PredictionId} is taken by an earlier answer.");
            long maturesAt = model.Label is ColumnLabel ? LabelWriter.Never : answer.AsOf + LabelSweep.WindowAndLag(model);
            writer.Open(modelId, answer.CustomerId, answer.AsOf, LabelSource.Logged, ids[i], maturesAt);
            responses[i] = new PredictionResponse(answer.PredictionId, requests[i].Customer, model.Name, champion.Number, answer.Arm, answer.Score);
        }

        return responses;
    }
}
