using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Serving.Refinements;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

internal static class BatchesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/score-all", (string model, HttpRequest request, ScoreAllCustomers score) => Accepted(score.Start(model, Actors.Of(request))))
            .Produces<BatchResponse>(StatusCodes.Status202Accepted)
            .WithSummary("Answer about every customer of whom anything is known, in the background.");
        routes.MapPost("/v1/score-all", (HttpRequest request, ScoreAllCustomers score) => Accepted(score.Start(null, Actors.Of(request))))
            .Produces<BatchResponse>(StatusCodes.Status202Accepted)
            .WithSummary("Answer about every customer of whom anything is known by every champion, in the background.");
        routes.MapGet("/v1/batches", (int? limit, long? before, Database database, BatchStore batches) =>
        {
            int most = PageSize.Of(limit);
            var page = database.Read(session => batches.Before(session, before ?? long.MaxValue, most + 1));
            return new BatchPage([.. page.Take(most).Select(BatchDescription.Of)], page.Count > most ? page[most - 1].Id : null);
        })
            .WithSummary("Batches, newest first.");
        routes.MapGet("/v1/batches/{id:long}", (long id, BatchBoard board, Database database, BatchStore batches) => Describe(id, board, database, batches))
            .WithSummary("A batch: how far it is, how fast, when it will be done.");
        routes.MapGet("/v1/batches/{id:long}/progress", (long id, BatchBoard board, EventStreams streams, Database database, BatchStore batches, CancellationToken cancellation) =>
        {
            var now = Describe(id, board, database, batches);
            return streams.OfAsync(stop => board.Find(id)?.WatchAsync(stop) ?? new[] { now }.ToAsyncEnumerable(), cancellation);
        })
            .StreamsEvents<BatchResponse>()
            .WithSummary("A batch as it goes on, until it ends.");
        routes.MapPost("/v1/batches/{id:long}/cancel", (long id, BatchBoard board, Database database, BatchStore batches) =>
        {
            var now = Describe(id, board, database, batches);
            board.Find(id)?.Cancellation.Cancel();
            return now;
        })
            .WithSummary("Stop a batch; what was answered stays recorded.");
        routes.MapGet("/v1/batches/{id:long}/result", (long id, HttpRequest request, Database database, BatchStore batches, BatchFiles files, CurrentAnswers current, RefinedTableWriter refined) =>
        {
            var batch = Require(id, database, batches);
            if (batch is not { Kind: BatchKinds.File } || (batch.AnsweredAt is null && batch.State != BatchStates.Done))
            {
                string why = batch.Kind == BatchKinds.File ? $"it is {batch.State}, {batch.RowsDone:N0} rows are answered" : "its predictions are with their customers";
                throw new RequestException(BatchCodes.NoResult, $"Batch {id} has no result to give: {why}.", RefusalKind.Conflict);
            }

            if (BatchDescription.IsQuick(batch))
                return Result(batch, current.Now(batch), request, refined);
            return WantsCsv(request)
                ? Results.File(files.Csv(id), "text/csv; charset=utf-8")
                : Results.Stream(body => BatchResultWriter.WriteJsonAsync(batch, files.Json(id), body, request.HttpContext.RequestAborted), "application/json");
        })
            .Produces<PredictFileResponse>(StatusCodes.Status200OK, "application/json", "text/csv")
            .WithSummary("The answers of a batch, as JSON or as the sender's table; while it refines, as far as it has come.");
    }

    /// <summary>Rows that companions answered first.</summary>
    public static IResult Result(Batch batch, IEnumerable<AnsweredRow> rows, HttpRequest request, RefinedTableWriter refined)
    {
        var aborted = request.HttpContext.RequestAborted;
        return WantsCsv(request)
            ? Results.Stream(body => refined.WriteAsync(batch, rows, body, aborted), "text/csv; charset=utf-8")
            : Results.Stream(body => BatchResultWriter.WriteJsonAsync(batch, rows, body, aborted), "application/json");
    }

    /// <summary>Whether the caller would rather have the table than JSON.</summary>
    public static bool WantsCsv(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase);

    public static IResult Accepted(LiveBatch batch) => Results.Accepted($"/v1/batches/{batch.Latest.Id}", batch.Latest);

    private static BatchResponse Describe(long id, BatchBoard board, Database database, BatchStore batches) =>
        board.Find(id)?.Latest ?? BatchDescription.Of(Require(id, database, batches));

    private static Batch Require(long id, Database database, BatchStore batches) => database.Read(session => batches.Find(session, id))
        ?? throw new RequestException(BatchCodes.Unknown, $"There is no batch {id}.", RefusalKind.NotFound);
}
