using Coppice.Server.Customers;
using Coppice.Server.Http;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Outcomes;

internal static class OutcomesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/imports/outcomes", (HttpRequest request, string file, [FromQuery] string[]? map, ImportOutcomes import, CancellationToken cancellation) =>
            CustomersEndpoints.ImportAsync(request, file, map, import.RunAsync, cancellation))
            .TakesTable()
            .WithSummary("Import what has come true from a table.");
        routes.MapPost("/v1/imports/labels", (HttpRequest request, string file, [FromQuery] string[]? map, ImportExamples import, CancellationToken cancellation) =>
            CustomersEndpoints.ImportAsync(request, file, map, import.RunAsync, cancellation))
            .TakesTable()
            .WithSummary("Import labelled rows from a table.");
    }
}
