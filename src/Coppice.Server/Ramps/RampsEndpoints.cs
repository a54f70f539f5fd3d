using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Http;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

internal static class RampsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/models/{model}/ramp", (string model, ModelCatalog catalog, RampOverview overview, Database database) =>
        {
            var (_, id) = catalog.Require(model);
            return database.Read(session => Require(overview, session, model, id));
        })
            .WithSummary("The version that takes over from the champion customer by customer, or the last that did.");
        routes.MapPost("/v1/models/{model}/ramp/stop", async (string model, StopRampRequest body, HttpRequest request, ModelCatalog catalog, EndRamp end, RampOverview overview, Database database, CancellationToken cancellation) =>
        {
            var (_, id) = catalog.Require(model);
            await end.StopAsync(id, model, body.By ?? Actors.Of(request), null, body.Reason ?? "asked for", cancellation);
            return database.Read(session => Require(overview, session, model, id));
        })
            .WithSummary("Stop a version from taking over: the champion answers everybody again.");
    }

    private static RampResponse Require(RampOverview overview, Session session, string model, long modelId) => overview.Latest(session, model, modelId)
        ?? throw new DeploymentException(DeploymentCodes.NoRamp, $"No version of {model} has taken over step by step yet; ramp in the definition file asks for it.");
}
