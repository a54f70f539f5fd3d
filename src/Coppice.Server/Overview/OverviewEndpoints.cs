using Coppice.Server.Deployments;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

internal static class OverviewEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/status", (WorkspaceStatus status) => status.Read());
        routes.MapGet("/v1/stats", (WorkspaceStats stats) => stats.Read());
        routes.MapGet("/v1/models/{model}/versions", (string model, string? best, ModelCatalog catalog, VersionList versions) =>
        {
            var (definition, id) = catalog.Require(model);
            return versions.Read(definition, id, best);
        });
        routes.MapGet("/v1/models/{model}/history", (string model, string? metric, ModelCatalog catalog, VersionList versions, DeploymentJournal journal) =>
        {
            var (definition, id) = catalog.Require(model);
            return versions.History(definition, id, metric, journal);
        });
    }
}
