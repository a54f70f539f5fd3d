using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

internal static class PerformanceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/models/{model}/performance", async (string model, string? metric, string? by, ModelCatalog catalog, PerformanceOverview overview, CancellationToken cancellation) =>
        {
            var (definition, id) = catalog.Require(model);
            return await overview.ReadAsync(definition, id, metric, by, cancellation);
        })
            .WithSummary("How good answers turned out week by week, beside easy answers; what is expected of weeks whose labels are still to come.");
}
