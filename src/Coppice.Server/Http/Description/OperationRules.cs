using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coppice.Server.Http.Description;

/// <summary>What holds for every operation: the folder it belongs to, and a name for generated clients.</summary>
internal sealed class OperationRules : IOpenApiOperationTransformer
{
    private const string Root = "Coppice.Server.";

    /// <summary>Other names of types that are there already: they are taken, and not worth a line each.</summary>
    private static readonly string[] Aliases =
    [
        "text/plain", "text/tab-separated-values", "application/csv", "application/x-www-form-urlencoded", "application/vnd.ms-excel", "application/ndjson", "application/jsonl",
    ];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var description = context.Description;
        var metadata = description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<ITagsMetadata>().Any() && metadata.OfType<MethodInfo>().FirstOrDefault()?.DeclaringType is { } home)
            operation.Tags = new HashSet<OpenApiTagReference> { new(Folder(home), context.Document) };
        operation.OperationId ??= Name(description.HttpMethod!, description.RelativePath!);
        await SiblingRoutes.AddAsync(operation, context, cancellationToken);
        await DescribedBodies.AddAsync(operation, context, cancellationToken);
        foreach (string alias in Aliases)
            operation.RequestBody?.Content?.Remove(alias);
    }

    private static string Folder(Type home)
    {
        string name = home.FullName!;
        return name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : "Http";
    }

    // GET v1/runs/{id:long}/progress becomes get_v1_runs_id_progress: dull, unique, and the same for ever.
    private static string Name(string method, string path)
    {
        var words = path.Split('?')[0].Split('/').Select(part => part.Trim('{', '}', '*').Split(':')[0].Replace('-', '_'));
        return $"{method.ToLowerInvariant()}_{string.Join('_', words)}";
    }
}
