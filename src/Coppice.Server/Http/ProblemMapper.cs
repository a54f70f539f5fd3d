using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Http;

/// <summary>The one place where refusals and failures become HTTP (RFC 9457).</summary>
public sealed class ProblemMapper(ILogger<ProblemMapper> logger) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && context.GetEndpoint() is null)
                await WriteAsync(context, new Problem(null, $"There is nothing at {context.Request.Path}.", StatusCodes.Status404NotFound, RequestCodes.UnknownPath, null));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to tell.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, Map(e));
        }
    }

    public Problem Map(Exception exception)
    {
        switch (exception)
        {
            case RefusalException refusal:
                return new Problem(null, refusal.Message, StatusOf(refusal.Kind), refusal.Code, null);
            case BusyException busy:
                return new Problem(null, busy.Message, StatusCodes.Status429TooManyRequests, RequestCodes.Busy, null);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } tooLarge:
                return new Problem(null, tooLarge.Message, StatusCodes.Status413PayloadTooLarge, RequestCodes.TooLarge, null);
            case BadHttpRequestException bad:
                return new Problem(null, bad.InnerException?.Message ?? bad.Message, StatusCodes.Status400BadRequest, RequestCodes.BadRequest, null);
            default:
                Log.RequestFailed(logger, exception);
                return new Problem(null, $"The server could not do this: {exception.Message}", StatusCodes.Status500InternalServerError, RequestCodes.Unexpected, null);
        }
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status429TooManyRequests)
            context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(problem, CoppiceJson.Options, "application/problem+json", context.RequestAborted);
    }
}
