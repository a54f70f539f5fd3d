namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Starts a search for a better recipe; follow it with <see cref="FollowRunAsync"/>.</summary>
    public Task<RunResponse> TuneAsync(string model, TuneRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RunResponse>(HttpMethod.Post, $"/v1/models/{model}/tune", Json(request), cancellationToken);

    /// <summary>The recipes that a run has tried, the best first; so far, while it searches.</summary>
    public Task<Leaderboard> GetLeaderboardAsync(long run, CancellationToken cancellationToken = default) =>
        GetAsync<Leaderboard>($"/v1/runs/{run}/leaderboard", cancellationToken);

    /// <summary>Ends the search of a run; it goes on with the best recipe so far.</summary>
    public Task<RunResponse> FinishSearchAsync(long run, CancellationToken cancellationToken = default) =>
        SendAsync<RunResponse>(HttpMethod.Post, $"/v1/runs/{run}/finish", null, cancellationToken);

    /// <summary>The tuned recipe that a model is learnt with.</summary>
    public Task<TuningResponse> GetTuningAsync(string model, CancellationToken cancellationToken = default) =>
        GetAsync<TuningResponse>($"/v1/models/{model}/tuning", cancellationToken);

    /// <summary>Goes back to the recipe of the definition file from the next full retrain on.</summary>
    public Task<TuningResponse> ForgetTuningAsync(string model, string? by = null, CancellationToken cancellationToken = default) =>
        SendAsync<TuningResponse>(HttpMethod.Delete, $"/v1/models/{model}/tuning{(by is null ? "" : $"?by={Uri.EscapeDataString(by)}")}", null, cancellationToken);
}
