using Coppice.Server.Http;
using Coppice.Server.Predictions;

namespace Coppice.Server.Overview;

internal static class CustomersEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/customers", (string? prefix, string? search, string? after, int? limit, CustomerView view) => view.List(prefix, search, after, PageSize.Of(limit)))
            .WithSummary("Customers by key; those whose key begins with prefix or holds search, whatever its capitals.");
        routes.MapGet("/v1/customers/{key}", (string key, HttpRequest request, CustomerView view) => view.Read(PathSegment.Decode(request, 2, key)))
            .WithSummary("What is known of a customer, and the newest prediction of each model.");
        routes.MapGet("/v1/customers/{key}/predictions", (string key, string? model, int? limit, string? before, HttpRequest request, CustomerView view) =>
            view.Predictions(PathSegment.Decode(request, 2, key), model, PredictionPlace.Parse(before), PageSize.Of(limit)))
            .WithSummary("Predictions about a customer, newest first.");
        routes.MapGet("/v1/customers/{key}/timeline", (string key, string? before, int? limit, HttpRequest request, CustomerTimeline timeline) =>
            timeline.Read(PathSegment.Decode(request, 2, key), TimelinePlace.Parse(before), PageSize.Of(limit)))
            .WithSummary("What a customer did and said, what was said about them and what came true, newest first.");
        routes.MapGet("/v1/predictions/{id}", (string id, HttpRequest request, CustomerView view) => view.Prediction(PathSegment.Decode(request, 2, id)))
            .WithSummary("A prediction with its inputs and, once it has matured, its label.");
    }
}
