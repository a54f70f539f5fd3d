using Coppice.Client;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Refinements;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Serving.Batches;

/// <summary>A file of customers: answered at once while it is small, in the background where it is large.</summary>
internal static class PredictFileEndpoints
{
    /// <summary>Rows that are answered while the caller waits.</summary>
    private const int MostAtOnce = 5_000;

    private const string SetAsideHeader = "X-Coppice-Set-Aside";
    private const string BatchHeader = "X-Coppice-Batch";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/predict", (string? model, [AsParameters] FileQuestion question, CancellationToken cancellation) => AnswerAsync(model, question, cancellation))
            .TakesTable()
            .Answers()
            .WithSummary("Answer about every customer of a table by every champion, or by one model's, and record the answers.");

    /// <summary>What a route that takes a file gives back: answers, the table with answers, or the batch that will bring them.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route) => route
        .Produces<PredictFileResponse>(StatusCodes.Status200OK, "application/json", "text/csv")
        .Produces<BatchResponse>(StatusCodes.Status202Accepted);

    /// <summary>Answers one model, or without a name every model that has a champion.</summary>
    public static async Task<IResult> AnswerAsync(string? model, FileQuestion question, CancellationToken cancellationToken)
    {
        var versions = question.Versions.Champions(model);
        int? reasons = ReasonCount.Parse(question.Explain);
        using var upload = await Upload.ReceiveAsync(question.Request, cancellationToken);
        string? mapping = question.Map is { Length: > 0 } map ? string.Join(',', map) : null;
        var file = new UploadedFile(upload.Path, question.File ?? "the file", mapping, Actors.Of(question.Request));
        return await Task.Run(
            async () =>
            {
                var opened = QuestionFile.Open(file, [.. versions.Select(v => v.Model)], question.Notes);
                if (opened.RowCount is null or > MostAtOnce)
                    return BatchesEndpoints.Accepted(await question.Start.RunAsync(file, opened, versions, reasons ?? 0, cancellationToken));
                if (versions.Any(v => v.Quickest.Arm == Arms.Quick))
                    return await AnswerQuicklyAsync(file, opened, versions, reasons ?? ReasonCount.OfFile, question);
                var answers = await question.Predict.RunAsync(file, opened, versions, reasons ?? ReasonCount.OfFile, cancellationToken);
                question.Request.HttpContext.Response.Headers[SetAsideHeader] = answers.Response.SetAside.ToString();
                return BatchesEndpoints.WantsCsv(question.Request) ? Results.Text(answers.Csv, "text/csv") : Results.Ok(answers.Response);
            },
            cancellationToken);
    }

    /// <summary>What companions say, and the number of the batch in which their versions take its place.</summary>
    private static async Task<IResult> AnswerQuicklyAsync(UploadedFile file, QuestionFile opened, IReadOnlyList<ScoringVersion> versions, int reasons, FileQuestion question)
    {
        var batch = await question.Start.AnswerNowAsync(file, opened, versions, reasons);
        var headers = question.Request.HttpContext.Response.Headers;
        headers[SetAsideHeader] = batch.SetAside.ToString();
        headers[BatchHeader] = batch.Id.ToString();
        return BatchesEndpoints.Result(batch, question.Current.First(batch), question.Request, question.Refined);
    }
}

/// <summary>What a route that takes a file of customers needs.</summary>
internal sealed record FileQuestion(
    HttpRequest Request,
    [FromQuery] string? File,
    [FromQuery] string[]? Map,
    [FromQuery] string? Explain,
    [FromServices] ScoringVersions Versions,
    [FromServices] NoteIntakes Notes,
    [FromServices] PredictFile Predict,
    [FromServices] StartBatch Start,
    [FromServices] CurrentAnswers Current,
    [FromServices] RefinedTableWriter Refined);
