using Coppice.Client;

namespace Coppice.Server.Overview;

internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => new HealthResponse("live", []))
            .WithSummary("The process answers.");
        routes.MapGet("/health/ready", async (ReadHealth health, CancellationToken cancellation) =>
        {
            var found = await health.RunAsync(cancellation);
            return Results.Json(found, statusCode: found.Status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        })
            .WithSummary("The server answers as it should; 503 with the reasons where it does not.")
            .Produces<HealthResponse>()
            .Produces<HealthResponse>(StatusCodes.Status503ServiceUnavailable);
    }
}
