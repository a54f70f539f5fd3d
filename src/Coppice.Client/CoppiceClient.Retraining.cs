using System.Net.Http.Json;

namespace Coppice.Client;

public sealed partial class CoppiceClient
{
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
}
