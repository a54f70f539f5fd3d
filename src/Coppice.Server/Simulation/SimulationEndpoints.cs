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
            return streams.OfAsync(stop => request.Arms is { Count: > 0 } ? arms.RunAsync(definition, request, stop) : policy.RunAsync(definition, request, stop), cancellation);
        })
            .StreamsEvents<ReplayLine>()
            .WithSummary("Play a policy, or ways of updating, over the recorded history.");
        routes.MapPost("/v1/simulation/play", (DemoRequest request, PlayYear year, EventStreams streams, CancellationToken cancellation) =>
            streams.OfAsync(stop => year.RunAsync(request, stop), cancellation))
            .StreamsEvents<DemoLine>()
            .WithSummary("Play the built-in shop in a workspace that was made for it.");
    }
}
