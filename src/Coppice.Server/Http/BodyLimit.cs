using Microsoft.AspNetCore.Http.Metadata;

namespace Coppice.Server.Http;

/// <summary>How large the body of a request to a route may be. A route that says nothing takes <see cref="Json"/>.</summary>
public sealed class BodyLimit : IRequestSizeLimitMetadata
{
    private const string Object = "application/json";
    private const string Table = "that of a table, such as text/csv";

    private BodyLimit(long bytes, string words, string contentType)
    {
        Bytes = bytes;
        Words = words;
        ContentType = contentType;
    }

    /// <summary>An order to the server.</summary>
    public static BodyLimit Json { get; } = new(1L << 20, "1 MiB", Object);

    /// <summary>The beginning of a file.</summary>
    public static BodyLimit Beginning { get; } = new(1L << 20, "1 MiB", Table);

    /// <summary>Rows in the body of one request.</summary>
    public static BodyLimit Rows { get; } = new(4L << 20, "4 MiB", Object);

    /// <summary>A file; larger ones are for splitting.</summary>
    public static BodyLimit File { get; } = new(4L << 30, "4 GiB", Table);

    public long Bytes { get; }

    /// <summary>The bound as people say it.</summary>
    public string Words { get; }

    /// <summary>Which content type is expected, as people say it.</summary>
    public string ContentType { get; }

    public long? MaxRequestBodySize => Bytes;

    public static BodyLimit Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() ?? Json;
}
