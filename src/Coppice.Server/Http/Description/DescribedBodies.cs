using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coppice.Server.Http.Description;

/// <summary>Bodies and answers that a route reads and writes by itself are in the document because the route says so.</summary>
internal static class DescribedBodies
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    public static async Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var body in metadata.OfType<DescribedJson>())
            AddBody(operation, body.Form, await ComponentAsync(body.Shape, context, cancellationToken));
        foreach (var answer in metadata.OfType<DescribedAnswer>())
            AddAnswer(operation, await ComponentAsync(answer.Shape, context, cancellationToken));
    }

    private static void AddBody(OpenApiOperation operation, JsonForm form, IOpenApiSchema shape)
    {
        operation.RequestBody ??= new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>() };
        var content = operation.RequestBody.Content!;
        if (form == JsonForm.Object)
        {
            content[Json] = new OpenApiMediaType { Schema = shape };
            return;
        }

        content[Json] = new OpenApiMediaType { Schema = Either(shape, new OpenApiSchema { Type = JsonSchemaType.Array, Items = shape }) };
        content[Lines] = new OpenApiMediaType { Schema = shape };
    }

    private static void AddAnswer(OpenApiOperation operation, IOpenApiSchema shape)
    {
        if (operation.Responses?["200"].Content?[Json] is OpenApiMediaType { Schema: { } first } answer)
            answer.Schema = Either(first, shape);
    }

    private static OpenApiSchema Either(IOpenApiSchema first, IOpenApiSchema second) => new() { AnyOf = [first, second] };

    private static async Task<OpenApiSchemaReference> ComponentAsync(Type shape, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        context.Document!.AddComponent(shape.Name, await context.GetOrCreateSchemaAsync(shape, null, cancellationToken));
        return new OpenApiSchemaReference(shape.Name, context.Document);
    }
}
