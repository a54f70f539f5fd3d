using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coppice.Server.Http;

/// <summary>What one caller may take of the server, whatever the route.</summary>
internal static class RequestLimits
{
    public const int LineBytes = 8 << 10;
    public const int HeaderBytes = 32 << 10;
    public const int Headers = 64;

    /// <summary>More open connections than this are closed at once: each is a file the process holds open.</summary>
    private const int Connections = 4096;

    /// <summary>A caller that sends or reads more slowly than this, after the grace, only holds a connection.</summary>
    private static readonly MinDataRate SlowestCaller = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static TimeSpan HeadersWithin { get; } = TimeSpan.FromSeconds(10);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = BodyLimit.Json.Bytes;
        limits.MaxRequestLineSize = LineBytes;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = Headers;
        limits.MaxConcurrentConnections = Connections;
        limits.RequestHeadersTimeout = HeadersWithin;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = SlowestCaller;
        limits.MinResponseDataRate = SlowestCaller;
    }
}
