using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

internal static class ServingEndpoints
{
    private const string Predict = "/v1/models/{model}/predict";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var questions = routes.ServiceProvider.GetRequiredService<PredictEndpoints>();
        // A request delegate, not a bound handler: every microsecond here is paid by every answer.
        routes.MapPost(Predict, (RequestDelegate)(context => questions.RunAsync(context, (string)context.Request.RouteValues["model"]!)))
            .TakesJson<PredictQuestion>()
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(PredictionResponse), ["application/json", PredictEndpoints.Lines]))
            .WithSummary("Answer about one customer or many, and record the answers.");
        routes.MapPost(Predict, async (string model, string? file, HttpRequest request, ModelCatalog catalog, PredictFile predict, CancellationToken cancellation) =>
        {
            var definition = catalog.Require(model).Definition;
            using var upload = await Upload.ReceiveAsync(request, cancellation);
            return await Task.Run(() => predict.RunAsync(definition, new UploadedFile(upload.Path, file ?? "the file", null, Actors.Of(request)), cancellation), cancellation);
        })
            .TakesOnlyTable()
            .WithSummary("Answer about every customer of a table, and record the answers.");
    }
}
