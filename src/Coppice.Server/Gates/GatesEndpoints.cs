using Coppice.Server.Gates.Reviews;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

internal static class GatesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/models/{model}/compare", async (string model, string first, string second, ModelCatalog catalog, CompareVersions compare, CancellationToken cancellation) =>
            await Task.Run(() => compare.RunAsync(catalog.Require(model).Definition, VersionNumber.Parse(first), VersionNumber.Parse(second), cancellation), cancellation))
            .WithSummary("Two versions on the same rows, none of which either has learnt from.");
        routes.MapGet("/v1/models/{model}/scorecard", (string model, ModelCatalog catalog, Database database, ScorecardReader scorecard) =>
        {
            var (definition, id) = catalog.Require(model);
            return database.Read(session => scorecard.Read(session, definition, id));
        })
            .WithSummary("How often decisions about a model turned out right, by labels that came after them.");
    }
}
