using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Customers.Ingest;

/// <summary>The routes by which data comes in.</summary>
internal static class IngestEndpoints
{
    public static void MapIngest<T, TRow>(this IEndpointRouteBuilder routes, string path, string summary)
        where T : IIntakes
    {
        routes.MapPost(path, async ([AsParameters] IngestRequest asked, HttpContext context, ReceiveRows receive, T intakes) =>
            {
                object answer = await receive.RunAsync(context.Request, asked, intakes, context.RequestAborted);
                return answer is IngestResponse ? new SmallJson(answer) : Results.Json(answer, CoppiceJson.Options);
            })
            .TakesTable()
            .ReadsJsonRows<TRow>()
            .Produces<ImportReport>()
            .AlsoAnswers<IngestResponse>()
            .WithTags(typeof(T).Namespace!.Split('.')[2])
            .WithSummary(summary);
    }
}
