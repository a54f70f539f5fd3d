using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Inference;

/// <summary>The Open Inference Protocol, version 2, as JSON over HTTP. Errors carry the protocol's <c>error</c> and our <c>code</c>.</summary>
internal static class InferenceEndpoints
{
    private const string OneModel = "/v2/models/{model}";
    private const string OneVersion = OneModel + "/versions/{version}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AddEndpointFilter(AnswerInProtocolAsync);
        group.MapGet("/v2", () => new ServerMetadata("coppice", typeof(InferenceEndpoints).Assembly.GetName().Version!.ToString(3), []));
        group.MapGet("/v2/health/live", () => Readiness.Live);
        group.MapGet("/v2/health/ready", (Database database) => database.Read(_ => Readiness.Ready));
        group.MapGet(OneModel, (string model, AnswerInference inference) => inference.Describe(model, null));
        group.MapGet(OneVersion, (string model, string version, AnswerInference inference) => inference.Describe(model, version));
        group.MapGet(OneModel + "/ready", (string model, AnswerInference inference) => Ready(model, null, inference));
        group.MapGet(OneVersion + "/ready", (string model, string version, AnswerInference inference) => Ready(model, version, inference));
        group.MapPost(OneModel + "/infer", (string model, HttpRequest request, AnswerInference inference, CancellationToken cancellation) =>
            InferAsync(model, null, request, inference, cancellation));
        group.MapPost(OneVersion + "/infer", (string model, string version, HttpRequest request, AnswerInference inference, CancellationToken cancellation) =>
            InferAsync(model, version, request, inference, cancellation));
    }

    private static async Task<InferenceResponse> InferAsync(string model, string? version, HttpRequest request, AnswerInference inference, CancellationToken cancellationToken)
    {
        var question = await InferenceRequestReader.ReadAsync(request.Body, cancellationToken);
        return await inference.RunAsync(model, version, question, cancellationToken);
    }

    private static IResult Ready(string model, string? version, AnswerInference inference)
    {
        try
        {
            inference.Describe(model, version);
            return Results.Ok(new ModelReady(model, true));
        }
        catch (ServingException)
        {
            return Results.Json(new ModelReady(model, false), CoppiceJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async ValueTask<object?> AnswerInProtocolAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var problem = context.HttpContext.RequestServices.GetRequiredService<ProblemMapper>().Map(e);
            return Results.Json(new InferenceError(problem.Title ?? "", problem.Code), CoppiceJson.Options, statusCode: problem.Status);
        }
    }
}

/// <summary>What the server is.</summary>
internal sealed record ServerMetadata(string Name, string Version, IReadOnlyList<string> Extensions);

/// <summary>A refusal in the words of the protocol.</summary>
internal sealed record InferenceError(string Error, string? Code);
