namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>What is wrong now, the worst and newest first.</summary>
    public Task<AlertList> GetOpenAlertsAsync(CancellationToken cancellationToken = default) => GetAsync<AlertList>("/v1/alerts", cancellationToken);

    /// <summary>What is wrong now, and after it the newest of what was.</summary>
    public Task<AlertList> GetAlertsAsync(CancellationToken cancellationToken = default) => GetAsync<AlertList>("/v1/alerts?state=all", cancellationToken);

    /// <summary>Says that somebody has seen an alert and looks after it.</summary>
    public Task<AlertResponse> AcknowledgeAlertAsync(long id, AcknowledgeRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<AlertResponse>(HttpMethod.Post, $"/v1/alerts/{id}/acknowledge", Json(request), cancellationToken);

    /// <summary>Has nobody told of an alert for a while.</summary>
    public Task<AlertResponse> SilenceAlertAsync(long id, SilenceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<AlertResponse>(HttpMethod.Post, $"/v1/alerts/{id}/silence", Json(request), cancellationToken);
}
