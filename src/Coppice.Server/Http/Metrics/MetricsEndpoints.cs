namespace Coppice.Server.Http.Metrics;

internal static class MetricsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MeterReadings readings) => Results.Text(readings.Write(), "text/plain; version=0.0.4; charset=utf-8"))
            .WithSummary("What the server has counted, in the text format of Prometheus.")
            .Produces<string>(contentType: "text/plain");
}
