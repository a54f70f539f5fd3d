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
        group.MapGet("/v2", () => new ServerMetadata("coppice", typeof(InferenceEndpoints).Assembly.GetName().Version!.ToString(3), ["binary_tensor_data"]))
            .WithSummary("What this server is, in the words of the Open Inference Protocol.");
        group.MapGet("/v2/health/live", () => Readiness.Live).WithSummary("Whether the server lives.");
        group.MapGet("/v2/health/ready", (Database database) => database.Read(_ => Readiness.Ready)).WithSummary("Whether the server can answer.");
        group.MapGet(OneModel, (string model, AnswerInference inference) => inference.Describe(model, null)).WithSummary("Inputs, outputs and versions of a model.");
        group.MapGet(OneVersion, (string model, string version, AnswerInference inference) => inference.Describe(model, version)).WithSummary("Inputs and outputs of a version.");
        group.MapGet(OneModel + "/ready", (string model, AnswerInference inference) => Ready(model, null, inference)).WithSummary("Whether a model has a champion.");
        group.MapGet(OneVersion + "/ready", (string model, string version, AnswerInference inference) => Ready(model, version, inference)).WithSummary("Whether a version can answer.");
        group.MapPost(OneModel + "/infer", (string model, HttpRequest request, AnswerInference inference, CancellationToken cancellation) =>
            InferAsync(model, null, request, inference, cancellation))
            .TakesRows()
            .ReadsJson<InferenceRequest>()
            .WithSummary("Answer by the champion; with a customer tensor the answers are recorded.");
        group.MapPost(OneVersion + "/infer", (string model, string version, HttpRequest request, AnswerInference inference, CancellationToken cancellation) =>
            InferAsync(model, version, request, inference, cancellation))
            .TakesRows()
            .ReadsJson<InferenceRequest>()
            .WithSummary("Answer by a version; only the live one's answers are recorded.");
    }

    private static async Task<InferenceResponse> InferAsync(string model, string? version, HttpRequest request, AnswerInference inference, CancellationToken cancellationToken)
    {
        var question = await InferenceRequestReader.ReadAsync(request, cancellationToken);
        return await inference.RunAsync(model, version, question, cancellationToken);
    }

    /// <summary>By the protocol whatever is not 200 means not ready.</summary>
    private static ModelReady Ready(string model, string? version, AnswerInference inference)
    {
        inference.Describe(model, version);
        return new ModelReady(model, true);
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
            var error = new InferenceError(problem.Title ?? "", problem.Type, problem.Title, problem.Status, problem.Code);
            return Results.Json(error, CoppiceJson.Options, "application/problem+json", problem.Status);
        }
    }
}

/// <summary>What the server is.</summary>
internal sealed record ServerMetadata(string Name, string Version, IReadOnlyList<string> Extensions);

/// <summary>A refusal in the words of the protocol, which is a problem document as well.</summary>
internal sealed record InferenceError(string Error, string? Type, string? Title, int Status, string? Code);
