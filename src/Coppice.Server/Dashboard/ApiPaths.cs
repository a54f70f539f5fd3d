using Microsoft.AspNetCore.Routing.Patterns;

namespace Coppice.Server.Dashboard;

/// <summary>With which words paths of the API begin: what begins with another is a page.</summary>
internal sealed class ApiPaths(IEnumerable<EndpointDataSource> sources)
{
    // The pages that show the API are answered without a route.
    private readonly HashSet<string> _first =
    [
        "docs",
        .. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => route.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart literal] }, ..] ? literal.Content : "")
            .Where(word => word.Length > 0),
    ];

    public bool Holds(string path) => _first.Contains(path.Split('/', 3) is [_, var first, ..] ? first : "");
}
