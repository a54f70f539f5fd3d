namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Customers by key, a page at a time.</summary>
    /// <param name="prefix">Only keys that begin so.</param>
    /// <param name="after">Only keys after this one: <see cref="CustomerPage.Next"/> of the page before.</param>
    /// <param name="limit">Customers per page, at most 1,000; null takes 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<CustomerPage> GetCustomersAsync(string? prefix = null, string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        GetAsync<CustomerPage>(Query("/v1/customers", ("prefix", prefix), ("after", after), ("limit", limit?.ToString())), cancellationToken);

    /// <summary>What is known of a customer, and the newest prediction of each model.</summary>
    public Task<CustomerResponse> GetCustomerAsync(string key, CancellationToken cancellationToken = default) =>
        GetAsync<CustomerResponse>($"/v1/customers/{Uri.EscapeDataString(key)}", cancellationToken);

    /// <summary>Predictions about a customer, newest first, a page at a time.</summary>
    /// <param name="key">The customer's key.</param>
    /// <param name="model">Only this model's.</param>
    /// <param name="before">Only older ones: <see cref="PredictionPage.Next"/> of the page before.</param>
    /// <param name="limit">Predictions per page, at most 1,000; null takes 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<PredictionPage> GetPredictionsAsync(
        string key,
        string? model = null,
        string? before = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        GetAsync<PredictionPage>(
            Query($"/v1/customers/{Uri.EscapeDataString(key)}/predictions", ("model", model), ("before", before), ("limit", limit?.ToString())),
            cancellationToken);

    /// <summary>A prediction with its inputs and, once it has matured, its label.</summary>
    public Task<PredictionDetails> GetPredictionAsync(string predictionId, CancellationToken cancellationToken = default) =>
        GetAsync<PredictionDetails>($"/v1/predictions/{Uri.EscapeDataString(predictionId)}", cancellationToken);
}
