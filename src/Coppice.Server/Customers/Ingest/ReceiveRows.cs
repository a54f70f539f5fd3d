using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Quality;
using Microsoft.Net.Http.Headers;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Takes the body of a request in whatever form it comes: one JSON object, a list of them, NDJSON, or a table.</summary>
public sealed class ReceiveRows(RecordObject one, RecordList list, RecordLines lines, ImportTable table)
{
    private const string Json = "application/json";

    /// <summary>The answer: <see cref="IngestResponse"/> for one object, else <see cref="ImportReport"/>.</summary>
    internal ValueTask<object> RunAsync(HttpRequest request, IngestRequest asked, IIntakes intakes, CancellationToken cancellationToken)
    {
        return TypeOf(request) switch
        {
            Json => ReceivedBody.ReadAsync(request, body => RecordAsync(request, asked, intakes, body, cancellationToken), cancellationToken),
            "application/x-ndjson" or "application/ndjson" or "application/jsonl" => RecordLinesAsync(request, asked, intakes, cancellationToken),
            _ => ImportAsync(request, asked, intakes, cancellationToken),
        };
    }

    private static string? TypeOf(HttpRequest request)
    {
        if (request.ContentType == Json)
            return Json;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
    }

    private async ValueTask<object> RecordAsync(HttpRequest request, IngestRequest asked, IIntakes intakes, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var text = Trimmed(body);
        var options = asked.Options(KnownTimes.OnArrival);
        try
        {
            return text.Span switch
            {
                [(byte)'[', ..] => await list.RunAsync(intakes.Begin(options with { Form = SendingForm.Message }), text, asked.Name, Actors.Of(request), cancellationToken),
                [(byte)'{', ..] => await one.RunAsync(intakes, options, text.Span),
                _ => throw new IngestException("Expected a JSON object or a list of them."),
            };
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    private async ValueTask<object> RecordLinesAsync(HttpRequest request, IngestRequest asked, IIntakes intakes, CancellationToken cancellationToken) =>
        await lines.RunAsync(intakes.Begin(asked.Options(KnownTimes.OnArrival) with { Form = SendingForm.Message }), request.Body, asked.Name, Actors.Of(request), cancellationToken);

    private async ValueTask<object> ImportAsync(HttpRequest request, IngestRequest asked, IIntakes intakes, CancellationToken cancellationToken)
    {
        var intake = intakes.Begin(asked.Options(KnownTimes.AsHappened));
        using var upload = await Upload.ReceiveAsync(request, cancellationToken);
        var file = new UploadedFile(upload.Path, asked.Name, asked.Mapping, Actors.Of(request));
        return await Task.Run(() => table.RunAsync(intake, file, cancellationToken), cancellationToken);
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (body.Span.StartsWith(mark))
            body = body[mark.Length..];
        int start = body.Length - body.Span.TrimStart(" \t\r\n"u8).Length;
        return body.Slice(start, ObjectReading.Trim(body.Span).Length);
    }
}
