using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Customers.Notes;

internal static class ConceptsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/concepts", FindAsync)
            .TakesTableOrForm()
            .Produces<ConceptsResponse>()
            .WithSummary("Find concepts in a table of notes, by the workspace's lexicon or, in a form with the files lexicon and notes, by another.");
        routes.MapPost("/v1/concepts/suggest", SuggestAsync)
            .TakesTable()
            .Produces<SuggestionResponse>()
            .WithSummary("Suggest a lexicon from a table of notes.");
    }

    private static async Task<IResult> FindAsync(
        HttpRequest request, [FromQuery] string? file, [FromQuery] string? lexicon, [FromQuery] string[]? map, WorkspaceLexicon own, FindConcepts find, CancellationToken cancellation)
    {
        using var uploads = await ConceptUploads.ReceiveAsync(request, cancellation);
        var notes = Describe(request, uploads.Notes, file, map);
        var found = await Task.Run(
            () =>
            {
                var reading = uploads.Lexicon is { } given ? WorkspaceLexicon.Open(given.Path, lexicon ?? "the lexicon", cancellation) : own.Open(cancellation);
                return find.RunAsync(notes, reading, cancellation);
            },
            cancellation);
        return Results.Json(found, CoppiceJson.Options);
    }

    private static async Task<IResult> SuggestAsync(
        HttpRequest request, [FromQuery] string? file, [FromQuery] string[]? map, SuggestConcepts suggest, CancellationToken cancellation)
    {
        using var upload = await Upload.ReceiveAsync(request, cancellation);
        var notes = Describe(request, upload, file, map);
        return Results.Json(await Task.Run(() => suggest.RunAsync(notes, cancellation), cancellation), CoppiceJson.Options);
    }

    private static UploadedFile Describe(HttpRequest request, Upload upload, string? name, string[]? map) =>
        new(upload.Path, name is { Length: > 0 } ? name : "the request", map is { Length: > 0 } ? string.Join(',', map) : null, Actors.Of(request));
}
