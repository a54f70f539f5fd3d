using Coppice.Client;
using Coppice.Server.Http;
using Coppice.Server.Workspaces.Reading;

namespace Coppice.Server.Alerts;

internal static class AlertsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/alerts", (string? state, AlertOverview overview, ChannelOverview channels) => state switch
        {
            null or "open" => new AlertList(overview.Open(), channels.Read()),
            "all" => new AlertList(overview.All(), channels.Read()),
            _ => throw new RequestException(RequestCodes.BadRequest, $"state: expected open or all, found \"{state}\".", RefusalKind.BadInput),
        })
            .WithSummary("What is wrong, since when, how bad, what to do; with state=all also what was.");
        routes.MapPost("/v1/alerts/{id:long}/acknowledge", (long id, AcknowledgeRequest body, HttpRequest request, AcknowledgeAlert acknowledge, CancellationToken cancellation) =>
            acknowledge.RunAsync(id, Name(body.By, request), cancellation))
            .WithSummary("Say that somebody has seen an alert and looks after it.");
        routes.MapPost("/v1/alerts/{id:long}/silence", (long id, SilenceRequest body, HttpRequest request, SilenceAlert silence, CancellationToken cancellation) =>
            silence.RunAsync(id, Length(body.For), Name(body.By, request), cancellation))
            .WithSummary("Tell nobody of an alert for a while.");
    }

    private static string Name(string? by, HttpRequest request) => by is { Length: > 200 } or { Length: 0 }
        ? throw new RequestException(RequestCodes.BadRequest, $"by: expected a name of 1 to 200 characters, found {by.Length}.", RefusalKind.BadInput)
        : by ?? Actors.Of(request);

    private static TimeSpan Length(string text) => DurationText.TryParse(text, out var length)
        ? length
        : throw new RequestException(RequestCodes.BadRequest, $"for: expected {DurationText.Expected}, found \"{text}\".", RefusalKind.BadInput);
}
