using Coppice.Server.Deployments;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

internal static class OverviewEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/status", (WorkspaceStatus status) => status.Read())
            .WithSummary("What is live, since when, how good, how sure, and what is coming.");
        routes.MapGet("/v1/stats", (WorkspaceStats stats) => stats.Read())
            .WithSummary("Counts and ranges of everything the workspace holds.");
        routes.MapGet("/v1/models/{model}/versions", (string model, string? best, ModelCatalog catalog, VersionList versions) =>
        {
            var (definition, id) = catalog.Require(model);
            return versions.Read(definition, id, best);
        })
            .WithSummary("The versions of a model, newest first, or best first by a metric.");
        routes.MapGet("/v1/models/{model}/history", (string model, string? metric, ModelCatalog catalog, VersionList versions, DeploymentJournal journal) =>
        {
            var (definition, id) = catalog.Require(model);
            return versions.History(definition, id, metric, journal);
        })
            .WithSummary("A metric over versions, and the changes of champion.");
    }
}
