using System.Reflection;

namespace Coppice.Server.Http;

/// <summary>The page of every code, where the type of a problem points to.</summary>
internal static class CodePageEndpoints
{
    public static string Address(string code) => $"/codes/{code}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/codes/{code}", (string code) =>
            Open(code) is { } page ? Results.Stream(page, "text/markdown; charset=utf-8") : throw new RequestException(RequestCodes.UnknownPath, $"There is no code {code}.", RefusalKind.NotFound))
            .WithSummary("What a code means and what to do about it.")
            .Produces<string>(contentType: "text/markdown");

    private static Stream? Open(string code) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"codes/{code}.md");
}
