using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coppice.Server.Http.Description;

/// <summary>
/// A path may be served by several routes that differ in the type of body they take. The document has one operation for them,
/// so what the others take and answer is added to it.
/// </summary>
internal static class SiblingRoutes
{
    public static async Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var own = context.Description;
        var all = context.ApplicationServices.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(group => group.Items)
            .Where(route => route.HttpMethod == own.HttpMethod && route.RelativePath == own.RelativePath)
            .ToList();
        if (all.Count < 2)
            return;
        operation.Summary = Summary(all[0]);
        operation.Description = string.Join(' ', all.Skip(1).Select(Summary));
        foreach (var route in all.Where(route => route != own))
        {
            await AddBodyAsync(operation, route, context, cancellationToken);
            await AddAnswersAsync(operation, route, context, cancellationToken);
        }
    }

    private static string? Summary(ApiDescription route) => route.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;

    private static async Task AddBodyAsync(OpenApiOperation operation, ApiDescription route, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var accepts in route.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().Where(a => a.RequestType is not null))
        {
            var schema = await context.GetOrCreateSchemaAsync(accepts.RequestType!, null, cancellationToken);
            foreach (string type in accepts.ContentTypes)
                operation.RequestBody?.Content?.TryAdd(type, new OpenApiMediaType { Schema = schema });
        }
    }

    private static async Task AddAnswersAsync(OpenApiOperation operation, ApiDescription route, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var answer in route.SupportedResponseTypes.Where(a => a.Type is not null && a.Type != typeof(void)))
        {
            if (operation.Responses?.GetValueOrDefault(answer.StatusCode.ToString())?.Content is not { } content)
                continue;
            var schema = await context.GetOrCreateSchemaAsync(answer.Type!, null, cancellationToken);
            foreach (string type in answer.ApiResponseFormats.Select(f => f.MediaType))
            {
                if (!content.TryGetValue(type, out var known))
                    content[type] = new OpenApiMediaType { Schema = schema };
                else if (known is OpenApiMediaType { Schema: { } first } both)
                    both.Schema = new OpenApiSchema { AnyOf = [first, schema] };
            }
        }
    }
}
