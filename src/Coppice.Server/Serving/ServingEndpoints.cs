using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

internal static class ServingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var questions = routes.ServiceProvider.GetRequiredService<PredictEndpoints>();
        // A request delegate, not a bound handler: every microsecond here is paid by every answer.
        routes.MapPost("/v1/models/{model}/predict", (RequestDelegate)(context =>
        {
            string model = (string)context.Request.RouteValues["model"]!;
            return PredictEndpoints.Takes(context.Request) ? questions.RunAsync(context, model) : PredictFileAsync(context, model);
        }));
    }

    private static async Task PredictFileAsync(HttpContext context, string model)
    {
        var (services, request, cancellation) = (context.RequestServices, context.Request, context.RequestAborted);
        var definition = services.GetRequiredService<ModelCatalog>().Require(model).Definition;
        using var upload = await Upload.ReceiveAsync(request, cancellation);
        string file = request.Query["file"].FirstOrDefault() ?? "the file";
        var answer = await Task.Run(
            () => services.GetRequiredService<PredictFile>().RunAsync(definition, new UploadedFile(upload.Path, file, null, Actors.Of(request)), cancellation),
            cancellation);
        await context.Response.WriteAsJsonAsync(answer, Client.CoppiceJson.Options, cancellation);
    }
}
