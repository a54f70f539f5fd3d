using Coppice.Client;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coppice.Server.Http.Description;

/// <summary>What holds for the document as a whole: what it is about, and how every operation refuses.</summary>
internal sealed class DocumentRules : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Coppice",
            Version = ApiDocument.Name,
            Description = "Records predictions, waits for outcomes, labels, retrains, judges, promotes and rolls back. A refusal is a problem document (RFC 9457) with a stable code; its type is the address of the code's page.",
        };
        // Whoever reads the document knows where it came from.
        document.Servers?.Clear();
        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken));
        var operations = (document.Paths ?? []).Values.Where(path => path.Operations is not null).SelectMany(path => path.Operations!.Values).ToList();
        foreach (var operation in operations)
        {
            (operation.Responses ??= [])["4XX"] = new OpenApiResponse
            {
                Description = "Refused; the title says why, the code stays the same for the same reason.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) },
                },
            };
        }

        document.Tags = operations.SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Reference.Id!)
            .Distinct()
            .Select(name => new OpenApiTag { Name = name })
            .ToHashSet();
    }
}
