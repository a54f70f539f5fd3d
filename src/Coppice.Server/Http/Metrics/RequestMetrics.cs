using System.Diagnostics.Metrics;

namespace Coppice.Server.Http.Metrics;

/// <summary>How many requests there were to each route, how they ended and how long they took.</summary>
public sealed class RequestMetrics(IMeterFactory meters, TimeProvider time)
{
    private static readonly string[] Statuses = [.. Enumerable.Range(0, 600).Select(code => code.ToString())];

    private readonly Histogram<double> _seconds =
        meters.Create(MeterNames.Coppice).CreateHistogram<double>("coppice_http_request_seconds", "s", "Seconds from the headers of a request to the end of its answer.");

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        long began = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var (route, method) = Names(context);
            string status = Statuses[Math.Clamp(context.Response.StatusCode, 0, Statuses.Length - 1)];
            _seconds.Record(
                time.GetElapsedTime(began).TotalSeconds,
                new KeyValuePair<string, object?>("route", route),
                new KeyValuePair<string, object?>("method", method),
                new KeyValuePair<string, object?>("status", status));
        }
    }

    // What matched no route is counted as one: paths and methods are the caller's to invent.
    private static (string Route, string Method) Names(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern: { RawText: { } text } } ? (text, context.Request.Method) : ("none", "any");
}
