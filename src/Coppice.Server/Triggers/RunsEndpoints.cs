using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

internal static class RunsEndpoints
{
    private static readonly string[] Asked = [Strategies.Auto, Strategies.Full, Strategies.Incremental];
    private static readonly string[] Methods = [Strategies.Refresh, Strategies.Grow];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/runs", (string model, RetrainRequest body, HttpRequest request, ModelCatalog catalog, RetrainModel retrain) =>
        {
            var (definition, _) = catalog.Require(model);
            var (run, _) = retrain.Start(definition, new RetrainOptions(StrategyOf(body), TriggerNames.Manual, body.By ?? Actors.Of(request), body.AsOf));
            return Describe(run, model);
        })
            .WithSummary("Start a run that trains, judges and, gates allowing, promotes.");
        routes.MapGet("/v1/runs/{id:long}", (long id, Database database, RunStore runs, ModelStore models) => Find(id, database, runs, models))
            .WithSummary("A run by its number.");
        routes.MapPost("/v1/runs/{id:long}/cancel", (long id, RunBoard board, Database database, RunStore runs, ModelStore models) =>
        {
            board.Find(id)?.Cancellation.Cancel();
            return Find(id, database, runs, models);
        })
            .WithSummary("Ask a run to stop; the champion stays.");
        routes.MapGet("/v1/runs/{id:long}/progress", (long id, RunBoard board, EventStreams streams, Database database, RunStore runs, ModelStore models, CancellationToken cancellation) =>
        {
            Find(id, database, runs, models);
            return streams.OfAsync(stop => board.Find(id)?.WatchAsync(stop) ?? AsyncEnumerable.Empty<RunProgress>(), cancellation);
        })
            .StreamsEvents<RunProgress>()
            .WithSummary("The steps of a run as they happen, until it ends.");
    }

    private static string StrategyOf(RetrainRequest body)
    {
        string strategy = body.Strategy ?? Strategies.Auto;
        if (!Asked.Contains(strategy))
            throw new RequestException(RequestCodes.BadRequest, $"\"{strategy}\" is no strategy; there are {string.Join(", ", Asked)}.", RefusalKind.BadInput);
        if (body.Method is { } method && !Methods.Contains(method))
            throw new RequestException(RequestCodes.BadRequest, $"\"{method}\" is no method of updating; there are {string.Join(", ", Methods)}.", RefusalKind.BadInput);
        return strategy == Strategies.Incremental && body.Method is { } named ? named : strategy;
    }

    private static RunResponse Find(long id, Database database, RunStore runs, ModelStore models) => database.Read(session =>
    {
        var run = runs.Find(session, id)
            ?? throw new RequestException(RequestCodes.UnknownRun, $"There is no run {id}.", RefusalKind.NotFound);
        return Describe(run, models.Name(session, run.ModelId));
    });

    public static RunResponse Describe(Run run, string model) => new(
        run.Id,
        model,
        run.Strategy,
        run.Trigger,
        run.State,
        run.StartedAt,
        run.FinishedAt,
        run.Error,
        run.ErrorCode,
        run.Result is null ? null : JsonSerializer.Deserialize<RunResult>(run.Result, CoppiceJson.Options));
}
