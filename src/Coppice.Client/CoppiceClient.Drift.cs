namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>What is different out there from what a model has learnt: inputs, scores, labels, errors.</summary>
    public Task<DriftResponse> GetDriftAsync(string model, CancellationToken cancellationToken = default) =>
        GetAsync<DriftResponse>($"/v1/models/{model}/drift", cancellationToken);
}
