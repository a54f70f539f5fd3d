using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

internal static class SimulationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/models/{model}/replay", (string model, ReplayRequest request, ModelCatalog catalog, ReplayArms arms, ReplayPolicy policy, EventStreams streams, CancellationToken cancellation) =>
        {
            var definition = catalog.Require(model).Definition;
            return streams.Of(request.Arms is { Count: > 0 } ? arms.RunAsync(definition, request, cancellation) : policy.RunAsync(definition, request, cancellation), cancellation);
        });
        routes.MapPost("/v1/simulation/play", (DemoRequest request, PlayYear year, EventStreams streams, CancellationToken cancellation) =>
            streams.Of(year.RunAsync(request, cancellation), cancellation));
    }
}
