using Coppice.Server.Serving.Batches;

namespace Coppice.Server.Serving;

internal static class ServingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/models/{model}/predict", (string model, [AsParameters] FileQuestion question, CancellationToken cancellation) =>
            PredictFileEndpoints.AnswerAsync(model, question, cancellation));
}
