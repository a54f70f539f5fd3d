using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Alerts.Channels;

/// <summary>Writes messages into a file, a line of JSON each.</summary>
internal sealed class FileChannel(string path) : IAlertChannel
{
    public string Name => ChannelNames.File;

    public string Target => path;

    public async Task<Delivery> SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(message, CoppiceJson.Options), (byte)'\n'];
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            await file.WriteAsync(line, cancellationToken);
            file.Flush(flushToDisk: true);
            return Delivery.Sent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Delivery.Failed(e.Message);
        }
    }
}
