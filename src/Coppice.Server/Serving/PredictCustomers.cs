using System.Text;
using Coppice.Client;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Answers about many customers as of now and records every answer with its inputs; acknowledged means on disk.</summary>
public sealed class PredictCustomers(KnownInputs known, ChampionBoard champions, PredictionLog log, PredictionMetrics metrics, TimeProvider time)
{
    /// <summary>Answers recorded in one transaction, so that others who write get their turn.</summary>
    private const int Together = 2_000;

    public async Task<IReadOnlyList<PredictionResponse>> RunAsync(ModelDefinition model, IReadOnlyList<PredictionRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.Where(r => r.PredictionId is not null).GroupBy(r => r.PredictionId).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ServingException(ServingCodes.DuplicateId, $"The prediction id {twice.Key} is given {twice.Count()} times; an id names one answer.");
        var champion = champions.Require(model.Name);
        var responses = new List<PredictionResponse>(requests.Count);
        foreach (var some in requests.Chunk(Together))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var write = Answer(champion, some);
            try
            {
                await log.RecordAsync(write);
                for (int i = 0; i < some.Length; i++)
                    responses.Add(Describe(champion, some[i].Customer, write[i]));
            }
            finally
            {
                log.Return(write);
            }
        }

        return responses;
    }

    private PredictionWrite Answer(ChampionSnapshot champion, PredictionRequest[] requests)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        var table = known.Read(champion.Model, champion.Version, [.. requests.Select(r => r.Customer)], [.. requests.Select(r => r.Inputs)], now);
        long[] times = new long[requests.Length];
        Array.Fill(times, now);
        double[] scores = champion.Version.Score(table, times);
        metrics.Answered(champion.Model.Name, champion.Version.Number, Arms.Champion, requests.Length);
        var write = log.Rent();
        for (int i = 0; i < requests.Length; i++)
        {
            var entry = write.Add();
            entry.SetCustomer(Encoding.UTF8.GetBytes(requests[i].Customer));
            entry.SetPredictionId(Encoding.UTF8.GetBytes(requests[i].PredictionId ?? PredictionIds.New(time)));
            entry.SetInputs(table.ToJson(i));
            (entry.ModelId, entry.VersionId, entry.AsOf, entry.Arm, entry.Score) = (champion.ModelId, champion.Version.Version.Id, now, Arms.Champion, scores[i]);
        }

        return write;
    }

    private static PredictionResponse Describe(ChampionSnapshot champion, string customer, PredictionEntry entry) => new(
        Encoding.UTF8.GetString(entry.PredictionId),
        customer,
        champion.Model.Name,
        champion.Version.Number,
        entry.Arm,
        entry.Earlier?.Score ?? entry.Score);
}
