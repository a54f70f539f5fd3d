using System.Net.Http.Headers;

namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>The definition file as it lies on disk.</summary>
    public Task<DefinitionResponse> GetDefinitionAsync(CancellationToken cancellationToken = default) => GetAsync<DefinitionResponse>("/v1/definition", cancellationToken);

    /// <summary>What is wrong with a text of the definition file, or what it would change; nothing is written.</summary>
    public Task<DefinitionCheck> CheckDefinitionAsync(string text, CancellationToken cancellationToken = default) =>
        SendAsync<DefinitionCheck>(HttpMethod.Post, "/v1/definition/check", new StringContent(text), cancellationToken);

    /// <summary>Writes the definition file.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="madeFrom">The digest of the text it was made from; where the file has another, nothing is written.</param>
    /// <param name="reason">Why; null where nobody says.</param>
    /// <param name="cancellationToken">Stops waiting; what was written stays.</param>
    public async Task<DefinitionChanged> ChangeDefinitionAsync(string text, string madeFrom, string? reason = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Query("/v1/definition", ("reason", reason))) { Content = new StringContent(text) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{madeFrom}\""));
        using var response = await http.SendAsync(request, cancellationToken);
        await ThrowIfRefusedAsync(response, cancellationToken);
        return await ReadAsync<DefinitionChanged>(response, cancellationToken);
    }

    /// <summary>Texts the definition file has had, newest first.</summary>
    /// <param name="before">What the page before gave as next; null for the newest.</param>
    /// <param name="limit">How many, at most 1,000; null for 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<DefinitionHistory> GetDefinitionHistoryAsync(long? before = null, int? limit = null, CancellationToken cancellationToken = default) =>
        GetAsync<DefinitionHistory>(Query("/v1/definition/history", ("before", before?.ToString()), ("limit", limit?.ToString())), cancellationToken);
}
