using System.Buffers;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Http;

/// <summary>An answer of a few fields, written in one piece with its length.</summary>
internal sealed class SmallJson(object answer) : IResult
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var memory = buffer ??= new ArrayBufferWriter<byte>(256);
        memory.ResetWrittenCount();
        var json = writer ??= new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = CoppiceJson.Options.Encoder, SkipValidation = true });
        json.Reset(memory);
        JsonSerializer.Serialize(json, answer, answer.GetType(), CoppiceJson.Options);
        json.Flush();
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = memory.WrittenCount;
        memory.WrittenSpan.CopyTo(response.BodyWriter.GetSpan(memory.WrittenCount));
        response.BodyWriter.Advance(memory.WrittenCount);
        return response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
