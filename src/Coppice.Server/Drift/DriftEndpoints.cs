using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

internal static class DriftEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/models/{model}/drift", (string model, ModelCatalog catalog, DriftOverview overview) =>
        {
            var (definition, id) = catalog.Require(model);
            return overview.Read(definition, id);
        })
            .WithSummary("What is different out there from what the model has learnt: inputs, scores, labels, errors.");
}
