using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coppice.Server.Http;

/// <summary>Where a server answers: a loopback address, or a private socket for the length of one command.</summary>
internal static class Listening
{
    private const string SocketPrefix = "unix:";

    /// <summary>Where a started server answers: of port 0 the system has made a free one.</summary>
    public static string Address(IEnumerable<string> urls, string asked) => asked.EndsWith(":0", StringComparison.Ordinal) ? urls.FirstOrDefault() ?? asked : asked;

    public static void Configure(KestrelServerOptions kestrel, string address)
    {
        if (address.StartsWith(SocketPrefix, StringComparison.Ordinal))
        {
            kestrel.ListenUnixSocket(address[SocketPrefix.Length..], Speak);
            return;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"\"{address}\" is not an address like http://127.0.0.1:5210.", nameof(address));
        if (url.Host == "localhost")
            kestrel.ListenLocalhost(url.Port, Speak);
        else if (IPAddress.TryParse(url.Host, out var host))
            kestrel.Listen(host, url.Port, Speak);
        else
            throw new ArgumentException($"\"{url.Host}\" is no address of this machine; give 127.0.0.1 or another of its numbers.", nameof(address));
    }

    private static void Speak(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(ProtocolRefusals.Wrap);
    }
}
