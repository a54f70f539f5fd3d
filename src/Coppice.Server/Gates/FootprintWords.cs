using Coppice.Client;

namespace Coppice.Server.Gates;

/// <summary>A footprint in the words of the wire.</summary>
internal static class FootprintWords
{
    public static FootprintResponse Describe(Footprint footprint, Footprint? champion) =>
        new(footprint.Bytes, footprint.Latency?.TotalMilliseconds, footprint.Rows) { Champion = champion is null ? null : Describe(champion, null) };
}
