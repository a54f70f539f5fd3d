using System.Diagnostics;

namespace Coppice.Server.Http.Tracing;

/// <summary>Gives the span of a request the name and the tags that OpenTelemetry's conventions ask for; ASP.NET Core 10 leaves them out.</summary>
internal static class RequestTrace
{
    public const string Source = "Microsoft.AspNetCore";

    public static RequestDelegate Wrap(RequestDelegate next) => async context =>
    {
        var span = Activity.Current;
        try
        {
            await next(context);
        }
        finally
        {
            if (span is { IsAllDataRequested: true } && span.Source.Name == Source)
                Describe(span, context);
        }
    };

    private static void Describe(Activity span, HttpContext context)
    {
        string method = context.Request.Method;
        string? route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        span.SetTag("url.path", context.Request.Path.Value);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (ProblemMapper.IsFailure(context.Response))
            span.SetStatus(ActivityStatusCode.Error);
    }
}
