using Microsoft.AspNetCore.Http.Features;

namespace Coppice.Server.Http;

/// <summary>
/// A segment of the path exactly as the caller encoded it. Routing leaves <c>%2F</c> as it is but decodes <c>%25</c>, so a routed
/// value no longer tells a key <c>a/b</c> from a key <c>a%2Fb</c>; the request line does.
/// </summary>
public static class PathSegment
{
    /// <summary>The segment, percent-decoded once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="index">Place of the segment, from 0: in <c>/v1/customers/c-17</c> the key is 2.</param>
    /// <param name="routed">The value routing found, for a server that keeps no request line.</param>
    public static string Decode(HttpRequest request, int index, string routed)
    {
        string? target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target))
            return routed;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? target : target[..query];
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            path = whole.AbsolutePath;
        string[] segments = path.Split('/');
        return index + 1 < segments.Length ? Uri.UnescapeDataString(segments[index + 1]) : routed;
    }
}
