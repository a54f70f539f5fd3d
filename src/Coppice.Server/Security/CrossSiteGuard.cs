using Coppice.Server.Http;

namespace Coppice.Server.Security;

/// <summary>
/// Refuses orders that a browser sends on behalf of another site's page: to a server on this machine such a page could otherwise
/// send a file or a rollback. Programs send neither of the two headers and are not affected.
/// </summary>
internal static class CrossSiteGuard
{
    public static RequestDelegate Wrap(RequestDelegate next) => context =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && IsForeign(request))
        {
            throw new RequestException(
                SecurityCodes.CrossSite,
                $"The page {request.Headers.Origin} belongs to another site than {request.Host} and may not send orders to it.",
                RefusalKind.Forbidden);
        }

        return next(context);
    };

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
            return site is not ("same-origin" or "none");
        // A proxy may have taken TLS off, so the scheme is not compared.
        return request.Headers.Origin is [{ } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Authority == request.Host.Value);
    }
}
