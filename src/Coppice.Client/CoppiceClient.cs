using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Coppice.Client;

/// <summary>Talks to a Coppice server. One method per thing a team does; a refusal is a <see cref="CoppiceException"/>.</summary>
/// <param name="http">A client whose base address is the server's.</param>
/// <param name="options">What to do when the server is busy; null takes the defaults.</param>
public sealed partial class CoppiceClient(HttpClient http, CoppiceClientOptions? options = null)
{
    private readonly CoppiceClientOptions _options = options ?? new CoppiceClientOptions();

    private static StreamContent File(Stream content, string mediaType = "application/octet-stream")
    {
        var body = new StreamContent(content, 1 << 16);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return body;
    }

    private static JsonContent Json<T>(T value) => JsonContent.Create(value, options: CoppiceJson.Options);

    /// <summary>A path with what is given of a query; a null leaves its name out.</summary>
    private static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        char mark = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is null)
                continue;
            path += $"{mark}{name}={Uri.EscapeDataString(value)}";
            mark = '&';
        }

        return path;
    }

    private Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) => SendAsync<T>(HttpMethod.Get, path, null, cancellationToken);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(method, path, content, null, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync<T>(CoppiceJson.Options, cancellationToken)
            ?? throw new JsonException($"{response.RequestMessage?.RequestUri} was answered with null where {typeof(T).Name} was expected.");

    /// <summary>Sends a request and gives its answer once its headers are there; a refusal is thrown.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string path, HttpContent? content, string? accept, CancellationToken cancellationToken)
    {
        for (int tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            if (accept is not null)
                request.Headers.Accept.ParseAdd(accept);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            try
            {
                // Whatever was sent with a body may have been done already; only a plain question is asked again.
                if (method == HttpMethod.Get && tries < _options.MostRetries && response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
                {
                    await Task.Delay(WaitAfter(response, tries), _options.Time, cancellationToken);
                    response.Dispose();
                    continue;
                }

                await ThrowIfRefusedAsync(response, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    private TimeSpan WaitAfter(HttpResponseMessage response, int tries)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _options.Time.GetUtcNow(),
            _ => TimeSpan.FromMilliseconds(200 << tries),
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked < _options.LongestWait ? asked : _options.LongestWait;
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        HttpMethod method,
        string path,
        HttpContent? content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(method, path, content, null, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.EventType == "problem")
                throw new CoppiceException(JsonSerializer.Deserialize<Problem>(item.Data, CoppiceJson.Options)!);
            yield return JsonSerializer.Deserialize<T>(item.Data, CoppiceJson.Options)!;
        }
    }

    private static async Task ThrowIfRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;
        Problem? problem = null;
        if (response.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/json")
            problem = await response.Content.ReadFromJsonAsync<Problem>(CoppiceJson.Options, cancellationToken);
        throw new CoppiceException(problem ?? new Problem(null, $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.", (int)response.StatusCode, null, null));
    }
}
