using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Serving.Questions;

namespace Coppice.Server.Serving;

internal static class ServingEndpoints
{
    private const string Predict = "/v1/models/{model}/predict";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var questions = routes.ServiceProvider.GetRequiredService<PredictEndpoints>();
        RequestDelegate answer = context => questions.RunAsync(context, (string)context.Request.RouteValues["model"]!);
        // A request delegate, not a bound handler: every microsecond here is paid by every answer.
        routes.MapPost(Predict, answer)
            .WithMetadata(answer.Method)
            .TakesJson<PredictionQuestion>()
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(PredictionResponse), ["application/json", PredictEndpoints.Lines]))
            .WithSummary("Answer about one customer or many, and record the answers.");
        routes.MapPost(Predict, (string model, [AsParameters] FileQuestion question, CancellationToken cancellation) => PredictFileEndpoints.AnswerAsync(model, question, cancellation))
            .TakesOnlyTable()
            .Answers()
            // A body without a type is a table, as curl sends it.
            .WithOrder(-1)
            .WithSummary("Answer about every customer of a table, and record the answers.");
    }
}
