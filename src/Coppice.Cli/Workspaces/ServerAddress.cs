using System.Net.Sockets;

namespace Coppice.Cli.Workspaces;

/// <summary>Addresses of servers: <c>http://…</c> for all, <c>unix:/path</c> for one command's own.</summary>
internal static class ServerAddress
{
    private const string Private = "unix:";

    public static bool IsPrivate(string address) => address.StartsWith(Private, StringComparison.Ordinal);

    public static string OfSocket(string path) => Private + path;

    /// <summary>A client without a time limit of its own: imports and runs take as long as they take.</summary>
    public static HttpClient CreateHttp(string address)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (IsPrivate(address))
        {
            string path = address[Private.Length..];
            handler.ConnectCallback = (_, cancellationToken) => ConnectAsync(path, cancellationToken);
        }

        return new HttpClient(handler)
        {
            BaseAddress = new Uri(IsPrivate(address) ? "http://localhost" : address),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
