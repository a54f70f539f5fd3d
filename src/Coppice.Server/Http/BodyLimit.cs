using Microsoft.AspNetCore.Http.Metadata;

namespace Coppice.Server.Http;

/// <summary>How large the body of a request to a route may be. A route that says nothing takes <see cref="Json"/>.</summary>
public sealed class BodyLimit : IRequestSizeLimitMetadata
{
    private BodyLimit(long bytes, string words)
    {
        Bytes = bytes;
        Words = words;
    }

    /// <summary>An order to the server.</summary>
    public static BodyLimit Json { get; } = new(1L << 20, "1 MiB");

    /// <summary>The beginning of a file.</summary>
    public static BodyLimit Beginning { get; } = new(1L << 20, "1 MiB");

    /// <summary>Rows in the body of one request.</summary>
    public static BodyLimit Rows { get; } = new(4L << 20, "4 MiB");

    /// <summary>A file; larger ones are for splitting.</summary>
    public static BodyLimit File { get; } = new(4L << 30, "4 GiB");

    public long Bytes { get; }

    /// <summary>The bound as people say it.</summary>
    public string Words { get; }

    public long? MaxRequestBodySize => Bytes;

    public static BodyLimit Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() ?? Json;
}
