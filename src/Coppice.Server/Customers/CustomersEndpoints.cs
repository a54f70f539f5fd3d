using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Customers;

internal static class CustomersEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/imports/events", (HttpRequest request, string file, [FromQuery] string[]? map, ImportEvents import, CancellationToken cancellation) =>
            ImportAsync(request, file, map, import.RunAsync, cancellation))
            .TakesTable()
            .WithSummary("Import a history of events from a table.");
        routes.MapPost("/v1/imports/profiles", (HttpRequest request, string file, [FromQuery] string[]? map, ImportProfiles import, CancellationToken cancellation) =>
            ImportAsync(request, file, map, import.RunAsync, cancellation))
            .TakesTable()
            .WithSummary("Import what is known of customers from a table.");
        routes.MapPost("/v1/imports/notes", (HttpRequest request, string file, [FromQuery] string[]? map, ImportNotes import, CancellationToken cancellation) =>
            ImportAsync(request, file, map, import.RunAsync, cancellation))
            .TakesTable()
            .WithSummary("Import notes about customers from a table.");
    }

    public static async Task<ImportReport> ImportAsync(
        HttpRequest request,
        string file,
        string[]? map,
        Func<UploadedFile, CancellationToken, Task<ImportReport>> import,
        CancellationToken cancellation)
    {
        using var upload = await Upload.ReceiveAsync(request, cancellation);
        string? mapping = map is { Length: > 0 } ? string.Join(',', map) : null;
        return await Task.Run(() => import(new UploadedFile(upload.Path, file, mapping, Actors.Of(request)), cancellation), cancellation);
    }
}
