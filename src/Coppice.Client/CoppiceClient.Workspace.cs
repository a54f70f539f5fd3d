namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>What is live, since when, how good.</summary>
    public Task<StatusResponse> GetStatusAsync(CancellationToken cancellationToken = default) => GetAsync<StatusResponse>("/v1/status", cancellationToken);

    /// <summary>Counts and ranges of everything stored.</summary>
    public Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken = default) => GetAsync<StatsResponse>("/v1/stats", cancellationToken);

    /// <summary>Plays the built-in shop in a workspace that was made for it.</summary>
    public IAsyncEnumerable<DemoLine> PlayDemoAsync(DemoRequest request, CancellationToken cancellationToken = default) =>
        StreamAsync<DemoLine>(HttpMethod.Post, "/v1/simulation/play", Json(request), cancellationToken);

    /// <summary>Whether the server is ready to answer, and what keeps it from being so; a server that is not ready is an answer, not a refusal.</summary>
    public async Task<HealthResponse> GetHealthAsync(CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
        return await ReadAsync<HealthResponse>(response, cancellationToken);
    }
}
