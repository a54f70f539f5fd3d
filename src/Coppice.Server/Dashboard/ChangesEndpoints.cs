using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Dashboard;

internal static class ChangesEndpoints
{
    // What browsers send when they come back to a stream.
    private const string LastSeen = "Last-Event-ID";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/changes", (long? after, HttpContext context, ChangeFeed feed, EventStreams streams, CancellationToken cancellation) =>
        {
            long? from = long.TryParse(context.Request.Headers[LastSeen], out long seen) ? seen : after;
            // A proxy that gathers the answer would tell everything late.
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return streams.OfAsync(stop => feed.WatchAsync(from, stop), change => new EventLabel(change.Kind == ChangeFeed.Heartbeat ? change.Kind : "change", change.Position), cancellation);
        })
            .StreamsEvents<ChangeEvent>()
            .WithSummary("What changes, as it does: events named change, and a heartbeat at once and every 15 seconds.");
}
