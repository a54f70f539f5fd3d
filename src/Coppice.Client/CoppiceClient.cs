using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Coppice.Client;

/// <summary>Talks to a Coppice server. One method per thing a team does; a refusal is a <see cref="CoppiceException"/>.</summary>
/// <param name="http">A client whose base address is the server's.</param>
public sealed class CoppiceClient(HttpClient http)
{
    /// <summary>What is live, since when, how good.</summary>
    public Task<StatusResponse> GetStatusAsync(CancellationToken cancellationToken = default) => GetAsync<StatusResponse>("/v1/status", cancellationToken);

    /// <summary>Counts and ranges of everything stored.</summary>
    public Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken = default) => GetAsync<StatsResponse>("/v1/stats", cancellationToken);

    /// <summary>Imports a file; rows that cannot be used are in the report.</summary>
    /// <param name="kind"><c>events</c>, <c>profiles</c>, <c>notes</c>, <c>outcomes</c> or <c>labels</c>.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="mapping">Which column is what, as <c>role=column</c>; what is left out is found by name.</param>
    /// <param name="cancellationToken">Stops the import; nothing of it is kept.</param>
    public Task<ImportReport> ImportAsync(
        string kind,
        Stream content,
        string fileName,
        IReadOnlyList<string>? mapping = null,
        CancellationToken cancellationToken = default)
    {
        var query = $"?file={Uri.EscapeDataString(fileName)}" + string.Concat((mapping ?? []).Select(m => $"&map={Uri.EscapeDataString(m)}"));
        return SendAsync<ImportReport>(HttpMethod.Post, $"/v1/imports/{kind}{query}", File(content), cancellationToken);
    }

    /// <summary>Scores a file of customers and records the predictions.</summary>
    public Task<PredictFileResponse> PredictFileAsync(string model, Stream content, string fileName, CancellationToken cancellationToken = default) =>
        SendAsync<PredictFileResponse>(HttpMethod.Post, $"/v1/models/{model}/predict?file={Uri.EscapeDataString(fileName)}", File(content), cancellationToken);

    /// <summary>Starts a run; follow it with <see cref="FollowRunAsync"/>.</summary>
    public Task<RunResponse> StartRunAsync(string model, RetrainRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RunResponse>(HttpMethod.Post, $"/v1/models/{model}/runs", JsonContent.Create(request, options: CoppiceJson.Options), cancellationToken);

    /// <summary>A run by its number.</summary>
    public Task<RunResponse> GetRunAsync(long id, CancellationToken cancellationToken = default) => GetAsync<RunResponse>($"/v1/runs/{id}", cancellationToken);

    /// <summary>Asks a run to stop; the champion stays.</summary>
    public Task<RunResponse> CancelRunAsync(long id, CancellationToken cancellationToken = default) =>
        SendAsync<RunResponse>(HttpMethod.Post, $"/v1/runs/{id}/cancel", null, cancellationToken);

    /// <summary>The steps of a run as they happen, until it ends.</summary>
    public IAsyncEnumerable<RunProgress> FollowRunAsync(long id, CancellationToken cancellationToken = default) =>
        StreamAsync<RunProgress>(HttpMethod.Get, $"/v1/runs/{id}/progress", null, cancellationToken);

    /// <summary>Runs, newest first; <paramref name="before"/> is the cursor of the page before.</summary>
    public Task<RunList> GetRunsAsync(string? model = null, int limit = 50, long? before = null, CancellationToken cancellationToken = default) =>
        GetAsync<RunList>($"/v1/runs?limit={limit}{(model is null ? "" : $"&model={Uri.EscapeDataString(model)}")}{(before is null ? "" : $"&before={before}")}", cancellationToken);

    /// <summary>The log of a run.</summary>
    public Task<IReadOnlyList<RunLogLine>> GetRunLogAsync(long id, CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<RunLogLine>>($"/v1/runs/{id}/log", cancellationToken);

    /// <summary>What Coppice does by itself, and what each model waits for.</summary>
    public Task<RetrainingStatus> GetRetrainingAsync(CancellationToken cancellationToken = default) =>
        GetAsync<RetrainingStatus>("/retraining/status", cancellationToken);

    /// <summary>Lets runs start by themselves.</summary>
    public Task<RetrainingStatus> StartRetrainingAsync(CancellationToken cancellationToken = default) =>
        SendAsync<RetrainingStatus>(HttpMethod.Post, "/retraining/start", null, cancellationToken);

    /// <summary>Lets no run start by itself until it is started again.</summary>
    public Task<RetrainingStatus> StopRetrainingAsync(CancellationToken cancellationToken = default) =>
        SendAsync<RetrainingStatus>(HttpMethod.Post, "/retraining/stop", null, cancellationToken);

    /// <summary>Starts runs now, whatever the triggers say.</summary>
    public Task<IReadOnlyList<RunResponse>> ForceRetrainingAsync(ForceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<IReadOnlyList<RunResponse>>(HttpMethod.Post, "/retraining/force", JsonContent.Create(request, options: CoppiceJson.Options), cancellationToken);

    /// <summary>Lets go of a model's old versions by the policy of the definition file.</summary>
    public Task<PruneResponse> PruneAsync(string model, CancellationToken cancellationToken = default) =>
        SendAsync<PruneResponse>(HttpMethod.Post, $"/v1/models/{model}/prune", null, cancellationToken);

    /// <summary>Keeps a version from being pruned.</summary>
    public Task<PinResponse> PinAsync(string model, string version, CancellationToken cancellationToken = default) =>
        SendAsync<PinResponse>(HttpMethod.Post, $"/v1/models/{model}/versions/{version}/pin", null, cancellationToken);

    /// <summary>Lets a version be pruned again.</summary>
    public Task<PinResponse> UnpinAsync(string model, string version, CancellationToken cancellationToken = default) =>
        SendAsync<PinResponse>(HttpMethod.Post, $"/v1/models/{model}/versions/{version}/unpin", null, cancellationToken);

    /// <summary>A model's versions, newest first, or best first by a metric's stable name.</summary>
    public Task<IReadOnlyList<VersionResponse>> GetVersionsAsync(string model, string? best = null, CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<VersionResponse>>($"/v1/models/{model}/versions{(best is null ? "" : $"?best={Uri.EscapeDataString(best)}")}", cancellationToken);

    /// <summary>Two versions on the same rows, none of which either has learnt from.</summary>
    public Task<CompareResponse> CompareAsync(string model, string first, string second, CancellationToken cancellationToken = default) =>
        GetAsync<CompareResponse>($"/v1/models/{model}/compare?first={Uri.EscapeDataString(first)}&second={Uri.EscapeDataString(second)}", cancellationToken);

    /// <summary>A metric over versions, and the changes of champion.</summary>
    public Task<HistoryResponse> GetHistoryAsync(string model, string? metric = null, CancellationToken cancellationToken = default) =>
        GetAsync<HistoryResponse>($"/v1/models/{model}/history{(metric is null ? "" : $"?metric={Uri.EscapeDataString(metric)}")}", cancellationToken);

    /// <summary>The deployment journal, newest first; with a time, the line that was in force then.</summary>
    public Task<IReadOnlyList<DeploymentResponse>> GetDeploymentsAsync(string model, DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<DeploymentResponse>>($"/v1/models/{model}/deployments{(at is null ? "" : $"?at={at.Value.UtcDateTime:O}")}", cancellationToken);

    /// <summary>Makes a version the champion.</summary>
    public Task<DeploymentResponse> PromoteAsync(string model, PromoteRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeploymentResponse>(HttpMethod.Post, $"/v1/models/{model}/promote", JsonContent.Create(request, options: CoppiceJson.Options), cancellationToken);

    /// <summary>Returns to the previous champion or a named version.</summary>
    public Task<DeploymentResponse> RollBackAsync(string model, RollBackRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeploymentResponse>(HttpMethod.Post, $"/v1/models/{model}/rollback", JsonContent.Create(request, options: CoppiceJson.Options), cancellationToken);

    /// <summary>Plays a policy, or ways of updating, over the recorded history.</summary>
    public IAsyncEnumerable<ReplayLine> ReplayAsync(string model, ReplayRequest request, CancellationToken cancellationToken = default) =>
        StreamAsync<ReplayLine>(HttpMethod.Post, $"/v1/models/{model}/replay", JsonContent.Create(request, options: CoppiceJson.Options), cancellationToken);

    /// <summary>Plays the built-in shop in a workspace that was made for it.</summary>
    public IAsyncEnumerable<DemoLine> PlayDemoAsync(DemoRequest request, CancellationToken cancellationToken = default) =>
        StreamAsync<DemoLine>(HttpMethod.Post, "/v1/simulation/play", JsonContent.Create(request, options: CoppiceJson.Options), cancellationToken);

    private static StreamContent File(Stream content)
    {
        var body = new StreamContent(content, 1 << 16);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return body;
    }

    private Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) => SendAsync<T>(HttpMethod.Get, path, null, cancellationToken);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowIfRefusedAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(CoppiceJson.Options, cancellationToken)
            ?? throw new JsonException($"{method} {path} was answered with null where {typeof(T).Name} was expected.");
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        HttpMethod method,
        string path,
        HttpContent? content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowIfRefusedAsync(response, cancellationToken);
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
