using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Customers.Ingest;

/// <summary>The route that says what an import would make of a file.</summary>
internal static class PreviewEndpoints
{
    private const string Labels = "labels";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/imports/preview", PreviewAsync)
            .TakesBeginning()
            .WithTags("Quality")
            .WithSummary("What an import would make of a file, from its first bytes, at most 1 MiB; nothing is stored. size says how long the whole file is.");

    private static async Task<ImportPreview> PreviewAsync(
        string kind,
        string? name,
        [FromQuery(Name = "map")] string[]? map,
        string? model,
        long? size,
        HttpRequest request,
        IEnumerable<IIntakes> intakes,
        PreviewTable preview,
        CancellationToken cancellation)
    {
        var intake = Choose(kind, intakes).Begin(new IntakeOptions(KnownTimes.AsHappened, string.IsNullOrEmpty(model) ? null : model));
        using var upload = await Upload.ReceiveAsync(request, cancellation);
        upload.EndAtLine(size ?? 0);
        var file = new UploadedFile(upload.Path, string.IsNullOrEmpty(name) ? "the file" : name, map is { Length: > 0 } ? string.Join(',', map) : null, Actors.Of(request));
        var found = await Task.Run(() => preview.Run(intake, file), cancellation);
        return intake.Kind == IngestKind.Examples ? found with { Kind = Labels } : found;
    }

    private static IIntakes Choose(string kind, IEnumerable<IIntakes> intakes)
    {
        string[] words = [.. Enum.GetNames<IngestKind>().Select(word => word == nameof(IngestKind.Examples) ? Labels : word.ToLowerInvariant())];
        int place = Array.IndexOf(words, kind);
        return place >= 0
            ? intakes.First(one => (int)one.Kind == place)
            : throw new RequestException(RequestCodes.BadRequest, $"kind expects {string.Join(" or ", words)}, found \"{kind[..Math.Min(kind.Length, 60)]}\".", RefusalKind.BadInput);
    }
}
