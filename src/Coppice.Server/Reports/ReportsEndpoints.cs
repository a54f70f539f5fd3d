using Coppice.Client;
using Coppice.Server.Models;
using Coppice.Server.Workspaces;
using Microsoft.Net.Http.Headers;

namespace Coppice.Server.Reports;

internal static class ReportsEndpoints
{
    private const string Page = "text/html";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/models/{model}/versions/{version}/report", async (string model, string version, HttpRequest request, ModelCatalog catalog, ReportVersion report, CancellationToken cancellation) =>
        {
            var (definition, id) = catalog.Require(model);
            var written = await report.RunAsync(definition, id, VersionNumber.Parse(version), cancellation);
            return request.Headers[HeaderNames.Accept].ToString().Contains(Page, StringComparison.OrdinalIgnoreCase)
                ? Results.Text(ReportPage.Write(written), Page)
                : Results.Json(written, CoppiceJson.Options);
        })
            .WithSummary("Everything that speaks for and against a version: JSON, or where text/html is accepted one sealed page that asks no other host for anything.")
            .Produces<VersionReport>()
            .Produces<string>(StatusCodes.Status200OK, Page);
}
