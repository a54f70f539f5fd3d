using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Coppice.Server.Http.Description;

/// <summary>The OpenAPI document of every route, and the pages that show it, all served from here.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddOperationTransformer<OperationRules>();
        options.AddDocumentTransformer<DocumentRules>();
    }

    public static void Map(WebApplication app)
    {
        app.MapOpenApi($"/openapi/{Name}.json").ExcludeFromDescription();
        app.UseSwaggerUI(Show);
    }

    private static void Show(SwaggerUIOptions options)
    {
        options.RoutePrefix = "docs";
        options.DocumentTitle = "Coppice API";
        options.SwaggerEndpoint($"/openapi/{Name}.json", "Coppice");
    }
}
