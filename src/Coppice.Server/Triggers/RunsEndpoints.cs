using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using RunLogLine = Coppice.Client.RunLogLine;

namespace Coppice.Server.Triggers;

internal static class RunsEndpoints
{
    private const int MostOnAPage = 500;
    private static readonly string[] Asked = [Strategies.Auto, Strategies.Full, Strategies.Incremental, Strategies.Repair, Strategies.Compare];
    private static readonly string[] Methods = [Strategies.Refresh, Strategies.Grow];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/runs", (string model, RetrainRequest body, HttpRequest request, ModelCatalog catalog, RetrainModel retrain) =>
        {
            var (definition, _) = catalog.Require(model);
            var (run, _) = retrain.Start(definition, new RetrainOptions(StrategyOf(body), TriggerNames.Manual, body.By ?? Actors.Of(request), body.AsOf));
            return RunDescription.Of(run, model);
        })
            .WithSummary("Start a run that trains, judges and, gates allowing, promotes.");
        routes.MapGet("/v1/runs", List)
            .WithSummary("Runs, newest first, a page at a time.");
        routes.MapGet("/v1/runs/{id:long}", (long id, Database database, RunStore runs, ModelStore models) => Find(id, database, runs, models))
            .WithSummary("A run by its number.");
        routes.MapGet("/v1/runs/{id:long}/log", Log)
            .WithSummary("The log of a run.");
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

    /// <summary>The strategy asked for, as a run understands it.</summary>
    public static string StrategyOf(RetrainRequest body)
    {
        string strategy = body.Strategy ?? Strategies.Auto;
        if (!Asked.Contains(strategy))
            throw new RequestException(RequestCodes.BadRequest, $"\"{strategy}\" is no strategy; there are {string.Join(", ", Asked)}.", RefusalKind.BadInput);
        if (body.Method is { } method && !Methods.Contains(method))
            throw new RequestException(RequestCodes.BadRequest, $"\"{method}\" is no method of updating; there are {string.Join(", ", Methods)}.", RefusalKind.BadInput);
        return strategy == Strategies.Incremental && body.Method is { } named ? named : strategy;
    }

    private static RunList List(string? model, int? limit, long? before, ModelCatalog catalog, Database database, RunStore runs, ModelStore models)
    {
        int most = limit ?? 50;
        if (most is < 1 or > MostOnAPage)
            throw new RequestException(RequestCodes.BadRequest, $"limit: expected a number from 1 to {MostOnAPage}, found {most}.", RefusalKind.BadInput);
        long? modelId = model is null ? null : catalog.Require(model).Id;
        return database.Read(session =>
        {
            // One more than asked for tells whether there is another page.
            var page = runs.List(session, modelId, before ?? long.MaxValue, most + 1);
            var names = page.Select(r => r.ModelId).Distinct().ToDictionary(id => id, id => models.Name(session, id));
            return new RunList([.. page.Take(most).Select(run => RunDescription.Of(run, names[run.ModelId]))], page.Count > most ? page[most - 1].Id : null);
        });
    }

    private static IReadOnlyList<RunLogLine> Log(long id, RunBoard board, Database database, RunStore runs, RunLogStore logs, ModelStore models)
    {
        Find(id, database, runs, models);
        // Read before what is stored: a line that is written in between is then there twice, not missing.
        var unsaved = board.Find(id)?.Log.Unsaved ?? [];
        var saved = database.Read(session => logs.List(session, id));
        return [.. saved.UnionBy(unsaved, line => line.Line).Select(line => new RunLogLine(line.Line, line.At, line.Text))];
    }

    internal static RunResponse Find(long id, Database database, RunStore runs, ModelStore models) => database.Read(session =>
    {
        var run = runs.Find(session, id)
            ?? throw new RequestException(RequestCodes.UnknownRun, $"There is no run {id}.", RefusalKind.NotFound);
        return RunDescription.Of(run, models.Name(session, run.ModelId));
    });
}
