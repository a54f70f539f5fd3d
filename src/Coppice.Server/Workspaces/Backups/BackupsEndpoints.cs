using Coppice.Server.Http;

namespace Coppice.Server.Workspaces.Backups;

internal static class BackupsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/backups", async (HttpContext context, BackUpWorkspace backUp, CancellationToken cancellation) =>
        {
            using var prepared = await backUp.RunAsync(Actors.Of(context.Request), cancellation);
            context.Response.ContentType = "application/gzip";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{prepared.Manifest.Workspace}-{prepared.Manifest.MadeAt:yyyy-MM-dd}.tar.gz\"";
            await prepared.WriteAsync(context.Response.Body, cancellation);
        })
            .Produces<Stream>(contentType: "application/gzip")
            .WithSummary("A backup of the workspace as it is now, made while it goes on working.");
}
