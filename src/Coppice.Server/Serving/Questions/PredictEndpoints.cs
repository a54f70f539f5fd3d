using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>The hot path: questions in JSON, answered by the champion and recorded.</summary>
internal sealed class PredictEndpoints(ChampionBoard champions, AnswerQuestions questions, AnswerWriter answers, PredictionLog log)
{
    public const string Lines = "application/x-ndjson";

    private const string Json = "application/json";

    public async Task RunAsync(HttpContext context, string model)
    {
        var request = context.Request;
        var form = FormOf(request);
        bool waits = Waits(request);
        int reasons = request.QueryString.HasValue ? ReasonCount.Parse(request.Query["explain"]) ?? 0 : 0;
        var champion = champions.Require(model);
        var body = await BodyReader.ReadAsync(request.BodyReader, context.RequestAborted);
        AnsweredQuestions answered;
        try
        {
            answered = Answer(champion, body, form, reasons);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }

        if (!waits)
        {
            // Written before it is queued: from then on the log may use it for another request.
            var early = Respond(context, answered);
            log.Post(answered.Write);
            await early;
            return;
        }

        try
        {
            await log.RecordAsync(answered.Write);
            await Respond(context, answered);
        }
        finally
        {
            log.Return(answered.Write);
        }
    }

    private static bool Waits(HttpRequest request) => !request.QueryString.HasValue || (string?)request.Query["durability"] switch
    {
        null or "commit" => true,
        "async" => false,
        var other => throw new ServingException(ServingCodes.BadQuestion, $"durability is commit or async, found \"{other}\"."),
    };

    // By another type this route is not found.
    private static QuestionForm FormOf(HttpRequest request) =>
        request.ContentType!.StartsWith(Json, StringComparison.OrdinalIgnoreCase) ? QuestionForm.Json : QuestionForm.Lines;

    private AnsweredQuestions Answer(ChampionSnapshot champion, in ReadOnlySequence<byte> body, QuestionForm form, int reasons)
    {
        byte[]? rented = null;
        var piece = body.FirstSpan;
        if (!body.IsSingleSegment)
        {
            rented = ArrayPool<byte>.Shared.Rent((int)body.Length);
            body.CopyTo(rented);
            piece = rented.AsSpan(0, (int)body.Length);
        }

        try
        {
            return questions.Run(champion, piece, form, reasons);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not JSON as expected: {e.Message}", e);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private Task<FlushResult> Respond(HttpContext context, in AnsweredQuestions answered)
    {
        var json = answers.Write(answered);
        var response = context.Response;
        response.ContentType = answered.Shape == AnswerShape.Lines ? Lines : Json;
        response.ContentLength = json.Length;
        json.CopyTo(response.BodyWriter.GetSpan(json.Length));
        response.BodyWriter.Advance(json.Length);
        return response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }
}
