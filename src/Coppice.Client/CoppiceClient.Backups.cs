namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Writes a backup of the workspace, a gzipped tar, to a stream. The server goes on working meanwhile.</summary>
    public async Task BackUpAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/backups");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowIfRefusedAsync(response, cancellationToken);
        await response.Content.CopyToAsync(destination, cancellationToken);
    }
}
