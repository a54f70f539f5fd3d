using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

internal static class ImportsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/imports", List).WithSummary("List the files that came, newest first, with what was noticed about each.");

    private static ImportList List(string? kind, string? state, int? limit, long? before, Database database, ImportStore imports)
    {
        Require("kind", kind, [.. QualitySettings.Kinds.Select(name => name == "labels" ? "examples" : name)]);
        Require("state", state, [ImportRecord.Imported, ImportRecord.Refused]);
        int most = PageSize.Of(limit);
        var page = database.Read(session => imports.Before(session, before ?? long.MaxValue, kind, state, most + 1));
        return new ImportList([.. page.Take(most).Select(Describe)], page.Count > most ? page[most - 1].Id : null);
    }

    private static void Require(string parameter, string? found, IReadOnlyList<string> words)
    {
        if (found is not null && !words.Contains(found))
            throw new RequestException(RequestCodes.BadRequest, $"{parameter} expects {string.Join(" or ", words)}, found \"{found[..Math.Min(found.Length, 60)]}\".", RefusalKind.BadInput);
    }

    private static ImportResponse Describe(ImportRecord import) => new(
        import.Id,
        import.Kind,
        import.File,
        import.At,
        import.Actor,
        import.State,
        import.RowsRead,
        import.Added,
        import.AlreadyKnown,
        import.SetAside,
        import.NewCustomers,
        import.FirstTime,
        import.LastTime,
        import.ReadFindings());
}
