namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Starts a run; follow it with <see cref="FollowRunAsync"/>.</summary>
    public Task<RunResponse> StartRunAsync(string model, RetrainRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RunResponse>(HttpMethod.Post, $"/v1/models/{model}/runs", Json(request), cancellationToken);

    /// <summary>A run by its number.</summary>
    public Task<RunResponse> GetRunAsync(long id, CancellationToken cancellationToken = default) => GetAsync<RunResponse>($"/v1/runs/{id}", cancellationToken);

    /// <summary>Asks a run to stop; the champion stays.</summary>
    public Task<RunResponse> CancelRunAsync(long id, CancellationToken cancellationToken = default) =>
        SendAsync<RunResponse>(HttpMethod.Post, $"/v1/runs/{id}/cancel", null, cancellationToken);

    /// <summary>The steps of a run as they happen, until it ends.</summary>
    public IAsyncEnumerable<RunProgress> FollowRunAsync(long id, CancellationToken cancellationToken = default) =>
        StreamAsync<RunProgress>(HttpMethod.Get, $"/v1/runs/{id}/progress", null, cancellationToken);

    /// <summary>Plays a policy, or ways of updating, over the recorded history.</summary>
    public IAsyncEnumerable<ReplayLine> ReplayAsync(string model, ReplayRequest request, CancellationToken cancellationToken = default) =>
        StreamAsync<ReplayLine>(HttpMethod.Post, $"/v1/models/{model}/replay", Json(request), cancellationToken);
}
