using System.Text;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Http;

public sealed partial class ProblemMapper
{
    /// <summary>
    /// The document of a request that was refused before there was one: Kestrel could not read its first line or its headers.
    /// Null for a status that is no refusal of this kind.
    /// </summary>
    internal static byte[]? OfProtocol(ReadOnlySpan<byte> status)
    {
        if (!int.TryParse(status, out int number))
            return null;
        string? sentence = number switch
        {
            StatusCodes.Status400BadRequest => "This is not a request as HTTP/1.1 writes it.",
            StatusCodes.Status408RequestTimeout => $"The headers of the request took longer than {RequestLimits.HeadersWithin.TotalSeconds:0} seconds.",
            StatusCodes.Status411LengthRequired => "The request has a body and says neither its length nor that it is chunked.",
            StatusCodes.Status414UriTooLong => $"The first line of the request is longer than {RequestLimits.LineBytes} bytes.",
            StatusCodes.Status431RequestHeaderFieldsTooLarge => $"The request has more than {RequestLimits.Headers} headers, or more than {RequestLimits.HeaderBytes} bytes of them.",
            StatusCodes.Status405MethodNotAllowed or StatusCodes.Status501NotImplemented => "The method of the request is not one this server knows.",
            StatusCodes.Status505HttpVersionNotsupported => "The server speaks HTTP/1.1.",
            _ => null,
        };
        return sentence is null
            ? null
            : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Problem(number, RequestCodes.BadProtocol, sentence), CoppiceJson.Options));
    }
}
