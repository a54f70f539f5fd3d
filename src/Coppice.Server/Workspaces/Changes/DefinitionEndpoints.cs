using System.Text;
using Coppice.Server.Http;
using Microsoft.Net.Http.Headers;

namespace Coppice.Server.Workspaces.Changes;

internal static class DefinitionEndpoints
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/definition", (HttpResponse response, DefinitionOverview definition) =>
        {
            var found = definition.Read();
            response.Headers.ETag = $"\"{found.Sha256}\"";
            return found;
        })
            .WithSummary("The definition file as it lies on disk, and what of it is not in force.");
        routes.MapPost("/v1/definition/check", async (HttpRequest request, DefinitionOverview definition, CancellationToken cancellation) => definition.Check(await TextAsync(request, cancellation)))
            .Accepts<string>("text/plain", "application/yaml", "text/yaml")
            .WithSummary("What is wrong with a text of the definition file, or what it would change. Nothing is written.");
        routes.MapPut("/v1/definition", async (HttpRequest request, string? reason, ChangeDefinition change, CancellationToken cancellation) =>
            await change.RunAsync(await TextAsync(request, cancellation), Expected(request), Actors.Of(request), reason, cancellation))
            .Accepts<string>("text/plain", "application/yaml", "text/yaml")
            .WithSummary("Write the definition file. If-Match names the sha256 of the text it was made from; what may change while the server runs is in force at once, between two decisions.");
        routes.MapGet("/v1/definition/history", (long? before, int? limit, DefinitionOverview definition) => definition.History(before, PageSize.Of(limit)))
            .WithSummary("Texts the definition file has had, newest first, with who wrote them and when.");
    }

    private static string Expected(HttpRequest request) => request.Headers[HeaderNames.IfMatch] is [{ Length: > 0 } tag]
        ? tag.Trim('"')
        : throw new RequestException(RequestCodes.BadRequest, "The header If-Match is missing; it names the sha256 of the text that the change was made from.", RefusalKind.BadInput);

    private static async Task<string> TextAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellation);
        try
        {
            return StrictUtf8.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException fault)
        {
            throw new RequestException(RequestCodes.BadRequest, $"The definition file is UTF-8 text; other bytes were found at offset {fault.Index}.", RefusalKind.BadInput);
        }
    }
}
