using Microsoft.AspNetCore.Http.Metadata;

namespace Coppice.Server.Http;

/// <summary>What the body of a request to a route may be.</summary>
public static class RouteBodies
{
    /// <summary>
    /// A table as it is on disk. Form-encoded is what curl --data-binary calls a file when it is told nothing, vnd.ms-excel what
    /// browsers on Windows call a CSV file; a multipart form is something else and is refused.
    /// </summary>
    private static readonly string[] TableTypes =
    [
        "text/csv", "text/plain", "text/tab-separated-values", "application/octet-stream", "application/csv",
        "application/x-www-form-urlencoded", "application/vnd.ms-excel",
    ];

    private static readonly string[] JsonTypes = ["application/json", "application/x-ndjson", "application/ndjson", "application/jsonl"];

    /// <summary>The body is a file of rows, of any size a file may have.</summary>
    public static RouteHandlerBuilder TakesTable(this RouteHandlerBuilder route) =>
        route.TakesRows(BodyLimit.File);

    /// <summary>The body is the beginning of a file of rows.</summary>
    public static RouteHandlerBuilder TakesBeginning(this RouteHandlerBuilder route) =>
        route.TakesRows(BodyLimit.Beginning);

    /// <summary>The body is a file of rows; the same path takes JSON by another route.</summary>
    public static RouteHandlerBuilder TakesOnlyTable(this RouteHandlerBuilder route) =>
        route.Accepts<Stream>(isOptional: true, TableTypes[0], TableTypes[1..]).WithMetadata(BodyLimit.File);

    /// <summary>The body is a file of rows, or a form that sends it together with another file.</summary>
    public static RouteHandlerBuilder TakesTableOrForm(this RouteHandlerBuilder route) =>
        route.Accepts<Stream>(isOptional: true, TableTypes[0], [.. TableTypes[1..], "multipart/form-data"]).WithMetadata(BodyLimit.File);

    private static RouteHandlerBuilder TakesRows(this RouteHandlerBuilder route, BodyLimit limit) =>
        route.Accepts<Stream>(isOptional: true, TableTypes[0], [.. TableTypes[1..], .. JsonTypes]).WithMetadata(limit);

    /// <summary>The body is JSON of the shape <typeparamref name="T"/>, or a list of them, or one a line.</summary>
    public static IEndpointConventionBuilder TakesJson<T>(this IEndpointConventionBuilder route) =>
        route.WithMetadata(new AcceptsMetadata(JsonTypes, typeof(T)), BodyLimit.Rows);

    /// <summary>The description says that the body may be JSON of the shape <typeparamref name="T"/>.</summary>
    public static RouteHandlerBuilder ReadsJson<T>(this RouteHandlerBuilder route) => route.WithMetadata(new DescribedJson(typeof(T), JsonForm.Object));

    /// <summary>The description says that the body may be JSON of the shape <typeparamref name="T"/>, a list of them, or one a line.</summary>
    public static RouteHandlerBuilder ReadsJsonRows<T>(this RouteHandlerBuilder route) => route.WithMetadata(new DescribedJson(typeof(T), JsonForm.Rows));

    /// <summary>The description says that an answer may have the shape <typeparamref name="T"/> too.</summary>
    public static RouteHandlerBuilder AlsoAnswers<T>(this RouteHandlerBuilder route) => route.WithMetadata(new DescribedAnswer(typeof(T)));

    /// <summary>The body brings rows rather than one order.</summary>
    public static RouteHandlerBuilder TakesRows(this RouteHandlerBuilder route) => route.WithMetadata(BodyLimit.Rows);

    /// <summary>The answer is a stream of JSON objects, each a server-sent event.</summary>
    public static RouteHandlerBuilder StreamsEvents<T>(this RouteHandlerBuilder route) => route.Produces<T>(contentType: "text/event-stream");
}
