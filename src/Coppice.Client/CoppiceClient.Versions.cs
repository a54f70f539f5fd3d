namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>A model's versions, newest first, or best first by a metric's stable name.</summary>
    public Task<IReadOnlyList<VersionResponse>> GetVersionsAsync(string model, string? best = null, CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<VersionResponse>>($"/v1/models/{model}/versions{(best is null ? "" : $"?best={Uri.EscapeDataString(best)}")}", cancellationToken);

    /// <summary>Two versions on the same rows, none of which either has learnt from.</summary>
    public Task<CompareResponse> CompareAsync(string model, string first, string second, CancellationToken cancellationToken = default) =>
        GetAsync<CompareResponse>($"/v1/models/{model}/compare?first={Uri.EscapeDataString(first)}&second={Uri.EscapeDataString(second)}", cancellationToken);

    /// <summary>A metric over versions, and the changes of champion.</summary>
    public Task<HistoryResponse> GetHistoryAsync(string model, string? metric = null, CancellationToken cancellationToken = default) =>
        GetAsync<HistoryResponse>($"/v1/models/{model}/history{(metric is null ? "" : $"?metric={Uri.EscapeDataString(metric)}")}", cancellationToken);

    /// <summary>How good answers turned out, week by week or month by month.</summary>
    public Task<PerformanceResponse> GetPerformanceAsync(string model, string? metric = null, string? by = null, CancellationToken cancellationToken = default) =>
        GetAsync<PerformanceResponse>(Query($"/v1/models/{model}/performance", ("metric", metric), ("by", by)), cancellationToken);

    /// <summary>The deployment journal, newest first; with a time, the line that was in force then.</summary>
    public Task<IReadOnlyList<DeploymentResponse>> GetDeploymentsAsync(string model, DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<DeploymentResponse>>($"/v1/models/{model}/deployments{(at is null ? "" : $"?at={at.Value.UtcDateTime:O}")}", cancellationToken);

    /// <summary>Makes a version the champion, or asks a second person to agree.</summary>
    public Task<PromoteResponse> PromoteAsync(string model, PromoteRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PromoteResponse>(HttpMethod.Post, $"/v1/models/{model}/promote", Json(request), cancellationToken);

    /// <summary>What promoting a version would do. Changes nothing.</summary>
    public Task<PreviewResponse> PreviewAsync(string model, string version, CancellationToken cancellationToken = default) =>
        GetAsync<PreviewResponse>($"/v1/models/{model}/versions/{version}/preview", cancellationToken);

    /// <summary>Promotions that wait for a second person, oldest first.</summary>
    public Task<IReadOnlyList<ProposalResponse>> GetProposalsAsync(string model, CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<ProposalResponse>>($"/v1/models/{model}/proposals", cancellationToken);

    /// <summary>Agrees, as the second person, to a promotion that waits.</summary>
    public Task<DeploymentResponse> ApproveAsync(string model, string version, AnswerProposalRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeploymentResponse>(HttpMethod.Post, $"/v1/models/{model}/versions/{version}/approve", Json(request), cancellationToken);

    /// <summary>Takes a promotion that waits off the table.</summary>
    public Task<ProposalResponse> WithdrawAsync(string model, string version, AnswerProposalRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ProposalResponse>(HttpMethod.Post, $"/v1/models/{model}/versions/{version}/withdraw", Json(request), cancellationToken);

    /// <summary>Returns to the previous champion or a named version.</summary>
    public Task<DeploymentResponse> RollBackAsync(string model, RollBackRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeploymentResponse>(HttpMethod.Post, $"/v1/models/{model}/rollback", Json(request), cancellationToken);

    /// <summary>The version that takes over from the champion customer by customer, or the last that did.</summary>
    public Task<RampResponse> GetRampAsync(string model, CancellationToken cancellationToken = default) =>
        GetAsync<RampResponse>($"/v1/models/{model}/ramp", cancellationToken);

    /// <summary>Stops a version from taking over: the champion answers everybody again.</summary>
    public Task<RampResponse> StopRampAsync(string model, StopRampRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RampResponse>(HttpMethod.Post, $"/v1/models/{model}/ramp/stop", Json(request), cancellationToken);

    /// <summary>How often decisions about a model turned out right.</summary>
    public Task<ScorecardResponse> GetScorecardAsync(string model, CancellationToken cancellationToken = default) =>
        GetAsync<ScorecardResponse>($"/v1/models/{model}/scorecard", cancellationToken);
}
