using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Http;

/// <summary>The one place where refusals and failures become HTTP (RFC 9457).</summary>
public sealed partial class ProblemMapper(IHostApplicationLifetime lifetime, ILogger<ProblemMapper> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null, ContentLength: null or 0 })
                await WriteAsync(context, OfStatus(context, context.Response.StatusCode, null));
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or BadHttpRequestException or IOException)
        {
            // The caller has gone; there is nobody to tell.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, OfStatus(context, bad.StatusCode, bad));
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            if (e is RefusalException { RetryAfter: { } pause })
                context.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString("0");
            await WriteAsync(context, Map(e));
        }
    }

    public Problem Map(Exception exception)
    {
        switch (exception)
        {
            case RefusalException refusal:
                return Problem(StatusOf(refusal.Kind), refusal.Code, refusal.Message);
            case BusyException busy:
                return Problem(StatusOf(RefusalKind.Busy), RequestCodes.Busy, busy.Message);
            case DatabaseUnreachableException gone:
                return Problem(StatusOf(RefusalKind.Unavailable), RequestCodes.NoDatabase, gone.Message);
            case InvalidOperationException { InnerException: NotSupportedException or ArgumentException } charset when charset.Message.Contains("content type charset", StringComparison.Ordinal):
                return Problem(StatusCodes.Status415UnsupportedMediaType, RequestCodes.WrongContentType, "The charset of the content type is not one the server knows; UTF-8 was expected.");
            case OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested:
                return Problem(StatusCodes.Status503ServiceUnavailable, RequestCodes.Stopping, "The server is stopping; nothing of this was kept.");
            default:
                Log.RequestFailed(logger, exception);
                return Problem(StatusCodes.Status500InternalServerError, RequestCodes.Unexpected, $"The server could not do this: {exception.Message}");
        }
    }

    /// <summary>Whether an answer says that the server, not the caller, was at fault.</summary>
    internal static bool IsFailure(HttpResponse response) => response.StatusCode >= StatusCodes.Status500InternalServerError;

    /// <summary>What the framework refuses: by an exception that carries a status, or by a status alone.</summary>
    private static Problem OfStatus(HttpContext context, int status, BadHttpRequestException? cause)
    {
        var request = context.Request;
        return status switch
        {
            StatusCodes.Status404NotFound => Problem(status, RequestCodes.UnknownPath, $"There is nothing at {request.Path}."),
            StatusCodes.Status405MethodNotAllowed => Problem(status, RequestCodes.WrongMethod, $"{request.Path} takes {context.Response.Headers.Allow}, found {request.Method}."),
            StatusCodes.Status408RequestTimeout => Problem(status, RequestCodes.BadProtocol, "The body came too slowly; at least 240 bytes a second are expected."),
            StatusCodes.Status413PayloadTooLarge => Problem(status, RequestCodes.TooLarge, $"The body is larger than {BodyLimit.Of(context).Words}, the most that {request.Path} takes."),
            StatusCodes.Status415UnsupportedMediaType => Problem(status, RequestCodes.WrongContentType, ContentTypes(context)),
            _ when cause?.InnerException is JsonException json => Problem(status, RequestCodes.BadJson, JsonFault.Describe(json)),
            _ when cause is not null => Problem(status, RequestCodes.BadRequest, BindingFault.Describe(cause.Message)),
            _ => Problem(status, RequestCodes.BadRequest, $"{request.Method} {request.Path} cannot be understood."),
        };
    }

    private static string ContentTypes(HttpContext context)
    {
        string found = context.Request.ContentType is { Length: > 0 } type ? $"\"{type}\"" : "none";
        return $"The content type of the body was expected to be {BodyLimit.Of(context).ContentType}; found {found}.";
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Busy => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static Problem Problem(int status, string code, string sentence) => new(CodePageEndpoints.Address(code), sentence, status, code, null);

    private static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status429TooManyRequests)
            context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(problem, CoppiceJson.Options, "application/problem+json", context.RequestAborted);
    }
}
