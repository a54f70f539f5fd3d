using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

internal static class ServingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/models/{model}/predict", async (string model, string? file, HttpRequest request, ModelCatalog catalog, PredictFile predict, CancellationToken cancellation) =>
        {
            var definition = catalog.Require(model).Definition;
            using var upload = await Upload.ReceiveAsync(request, cancellation);
            return await Task.Run(() => predict.RunAsync(definition, new UploadedFile(upload.Path, file ?? "the file", null, Actors.Of(request)), cancellation), cancellation);
        })
            .TakesTable()
            .WithSummary("Answer about every customer of a table, and record the answers.");
}
