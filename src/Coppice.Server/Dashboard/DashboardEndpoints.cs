using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Coppice.Server.Dashboard;

/// <summary>Answers what no route of the API does: files of the dashboard, and its one page of HTML wherever a browser asks for a page.</summary>
internal static class DashboardEndpoints
{
    private const int NonceBytes = 16;

    public static void Map(WebApplication app, string folder)
    {
        // A server that lives for one command is never asked for a page.
        var files = new Lazy<DashboardFiles>(() => DashboardFiles.Read(folder));
        var api = new Lazy<ApiPaths>(() => new ApiPaths(((IEndpointRouteBuilder)app).DataSources));
        app.Use(next => context =>
        {
            var request = context.Request;
            if (context.GetEndpoint() is not null || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
                return next(context);
            string path = request.Path.Value ?? "/";
            if (files.Value.Find(path) is { } file)
                return SendAsync(context, file);
            return IsPage(request, path) && !api.Value.Holds(path) ? SendAsync(context, files.Value.StartPage) : next(context);
        });
    }

    private static bool IsPage(HttpRequest request, string path) =>
        path == "/" || (request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !path.StartsWith(DashboardFiles.Hashed, StringComparison.Ordinal));

    private static async Task SendAsync(HttpContext context, DashboardFile file)
    {
        var (request, response) = (context.Request, context.Response);
        var coding = ContentCoding.Choose(file.Codings, request.GetTypedHeaders().AcceptEncoding);
        PageHeaders.ForFile(response.Headers, file);
        var tag = new EntityTagHeaderValue($"\"{file.Tag}{coding?.Extension}\"");
        response.Headers.ETag = tag.ToString();
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        string path = file.Path + coding?.Extension;
        response.ContentType = file.ContentType;
        response.ContentLength = new FileInfo(path).Length;
        if (coding is not null)
            response.Headers.ContentEncoding = coding.Name;
        if (HttpMethods.IsGet(request.Method))
            await response.SendFileAsync(path, context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, StartPage? page)
    {
        string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var response = context.Response;
        PageHeaders.ForPage(response.Headers, nonce);
        response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsGet(context.Request.Method))
            await response.WriteAsync(page?.With(nonce) ?? UnbuiltPage.Write(nonce), context.RequestAborted);
    }
}
